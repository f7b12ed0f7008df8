import { Link } from '@tanstack/react-router';
import { LinkByMail } from './LinkByMail.tsx';
import { textLink } from './text-link.ts';

export function ForgotPasswordPage() {
  return (
    <LinkByMail
      path="/password/forgot"
      title="Forgot your password?"
      lead="We send a link to your address. With it you choose a new password."
      submitLabel="Send me the link"
      whatComes="If this address has an account, a link for a new password is on its way. It is good for one hour."
      below={
        <Link to="/sign-in" className={textLink}>
          Back to sign-in
        </Link>
      }
    />
  );
}
