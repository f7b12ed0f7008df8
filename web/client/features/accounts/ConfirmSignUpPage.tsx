import { Link, useLocation } from '@tanstack/react-router';
import { confirmSignUp } from '../api/accounts.ts';
import { AuthCard } from './AuthCard.tsx';
import { BrokenLink } from './BrokenLink.tsx';
import { PersonForm } from './PersonForm.tsx';
import { readLinkToken } from './read-link-token.ts';
import { textLink } from './text-link.ts';

/** The other end of the link in a sign-up mail. */
export function ConfirmSignUpPage() {
  const token = readLinkToken(useLocation().hash);
  const again = (
    <Link to="/sign-up" className={textLink}>
      Ask for a new link
    </Link>
  );
  if (!token) return <BrokenLink action={again} />;
  return (
    <AuthCard title="One step is left" lead="Your address is confirmed with this form." below={again}>
      <PersonForm
        withEmail={false}
        submitLabel="Finish my account"
        onSubmit={({ name, password, timeZone }) => confirmSignUp({ token, name, password, timeZone })}
      />
    </AuthCard>
  );
}
