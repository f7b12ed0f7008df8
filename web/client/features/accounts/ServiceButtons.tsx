import { useMutation } from '@tanstack/react-query';
import type { SignInService } from '../../../../lib/account-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { beginServiceSignIn } from '../api/accounts.ts';
import { FormError } from './FormError.tsx';

const names: Record<SignInService, string> = { github: 'GitHub', google: 'Google' };

/** Sign-in by the services that this installation is configured for; nothing when there is none. */
export function ServiceButtons({ services, to }: { services: SignInService[]; to: string }) {
  const begin = useMutation({
    mutationFn: (service: SignInService) => beginServiceSignIn(service, to),
    onSuccess: (url) => window.location.assign(url),
  });
  if (services.length === 0) return null;
  return (
    <div className="mt-6 flex flex-col gap-3 border-line border-t pt-6">
      {services.map((service) => (
        <Button
          key={service}
          size="large"
          busy={(begin.isPending || begin.isSuccess) && begin.variables === service}
          onClick={() => begin.mutate(service)}
        >
          Continue with {names[service]}
        </Button>
      ))}
      <FormError error={begin.error} />
    </div>
  );
}
