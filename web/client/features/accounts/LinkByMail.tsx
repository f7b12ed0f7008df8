import { useMutation } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { askForLink } from '../api/accounts.ts';
import { AuthCard } from './AuthCard.tsx';
import { EmailField } from './EmailField.tsx';
import { FormError } from './FormError.tsx';
import { useAuthState } from './useAuthState.ts';

interface LinkByMailProps {
  path: '/sign-up' | '/password/forgot';
  title: string;
  lead: string;
  submitLabel: string;
  /** What the mail holds, for those who get one. */
  whatComes: string;
  below: ReactNode;
}

/** Asks for an address, and says the same afterwards whether or not it has an account. */
export function LinkByMail({ path, title, lead, submitLabel, whatComes, below }: LinkByMailProps) {
  const [email, setEmail] = useState('');
  const { data: state } = useAuthState();
  const ask = useMutation({ mutationFn: () => askForLink(path, email) });
  if (ask.isSuccess) {
    return (
      <MessagePage icon={<MailCheck aria-hidden size={26} />} title="Look into your mailbox" actions={below}>
        {whatComes}
        {state?.sendsMail === false && (
          <span className="mt-3 block">
            This installation sends no mail. Its owner finds the link on the outbox page and can give it to
            you.
          </span>
        )}
      </MessagePage>
    );
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <AuthCard title={title} lead={lead} below={below}>
      <form onSubmit={onSubmit} className="flex flex-col gap-4">
        <EmailField value={email} onChange={setEmail} />
        <FormError error={ask.error} />
        <Button type="submit" look="primary" size="large" busy={ask.isPending}>
          {submitLabel}
        </Button>
      </form>
    </AuthCard>
  );
}
