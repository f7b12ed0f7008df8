import { Link } from '@tanstack/react-router';
import { DoorClosed } from 'lucide-react';
import { HomeLink } from '../../ui/HomeLink.tsx';
import { LoadingPage } from '../../ui/LoadingPage.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { LinkByMail } from './LinkByMail.tsx';
import { textLink } from './text-link.ts';
import { useAuthState } from './useAuthState.ts';

export function SignUpPage() {
  const { data: state, isPending } = useAuthState();
  if (isPending) return <LoadingPage label="Loading" />;
  if (state && !state.openSignUp) {
    return (
      <MessagePage
        icon={<DoorClosed aria-hidden size={26} />}
        title="Accounts are not open to everyone here"
        actions={<HomeLink>Go to the start</HomeLink>}
      >
        The owner of this installation decides who may have one. To join a meeting you need no account, only
        its link.
      </MessagePage>
    );
  }
  return (
    <LinkByMail
      path="/sign-up"
      title="Make an account"
      lead="We send you a link. With it you choose your name and a password."
      submitLabel="Send me the link"
      whatComes="If this address has no account yet, a link to finish is on its way. It is good for 24 hours."
      below={
        <Link to="/sign-in" className={textLink}>
          I have an account
        </Link>
      }
    />
  );
}
