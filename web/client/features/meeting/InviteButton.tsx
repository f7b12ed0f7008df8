import { UserPlus } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';

/** Opens what hosts make invitations with. */
export function InviteButton({ onClick }: { onClick(): void }) {
  return (
    <Button onClick={onClick} className="max-sm:px-3">
      <UserPlus aria-hidden size={17} />
      <span className="max-sm:sr-only">Invite</span>
    </Button>
  );
}
