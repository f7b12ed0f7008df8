import { Link } from '@tanstack/react-router';
import { LogIn, ShieldCheck } from 'lucide-react';
import { useAuthState } from '../accounts/useAuthState.ts';
import { CreateMeeting } from './CreateMeeting.tsx';

/** The form for a meeting, or what comes before it: with an owner, starting one takes an account. */
export function StartMeeting() {
  const { data: state, isPending } = useAuthState();
  if (isPending)
    return <div role="status" aria-label="Loading" className="h-36 animate-pulse rounded-xl bg-sunken" />;
  if (state && !state.firstRun && !state.account) return <SignInFirst openSignUp={state.openSignUp} />;
  return (
    <>
      {state?.firstRun && <MakeItYours />}
      <CreateMeeting />
    </>
  );
}

function SignInFirst({ openSignUp }: { openSignUp: boolean }) {
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">Sign in to start a meeting. Joining one needs no account.</p>
      <Link
        to="/sign-in"
        className="inline-flex min-h-12 items-center justify-center gap-2 rounded-xl bg-accent px-5 font-medium text-base text-on-accent hover:bg-accent-hover"
      >
        <LogIn aria-hidden size={20} />
        Sign in
      </Link>
      {openSignUp && (
        <Link
          to="/sign-up"
          className="inline-flex min-h-12 items-center justify-center rounded-xl border border-line px-5 font-medium hover:bg-sunken"
        >
          Make an account
        </Link>
      )}
    </div>
  );
}

function MakeItYours() {
  return (
    <Link
      to="/welcome"
      className="mb-5 flex items-center gap-3 rounded-xl bg-accent-soft px-4 py-3 text-sm hover:brightness-95"
    >
      <ShieldCheck aria-hidden size={20} className="shrink-0 text-accent" />
      <span>
        <span className="block font-medium">Make this Parley yours</span>
        <span className="text-ink-soft">Until somebody has an account, anyone can start meetings.</span>
      </span>
    </Link>
  );
}
