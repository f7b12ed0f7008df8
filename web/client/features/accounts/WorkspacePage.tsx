import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Spinner } from '../../ui/Spinner.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { getWorkspace, saveWorkspace } from '../api/workspace.ts';
import { FormError } from './FormError.tsx';
import { KeepMeetingsCard } from './KeepMeetingsCard.tsx';
import { SettingsCard, SettingsPage } from './SettingsPage.tsx';
import { textLink } from './text-link.ts';
import { useAuthState } from './useAuthState.ts';

export function WorkspacePage() {
  return (
    <SettingsPage title="Workspace" lead="What holds for everyone on this installation." ownerOnly>
      {() => (
        <>
          <SignUpCard />
          <KeepMeetingsCard />
          <MailCard />
          <WebhooksCard />
        </>
      )}
    </SettingsPage>
  );
}

function SignUpCard() {
  const queries = useQueryClient();
  const { data, error, isPending } = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => getWorkspace(signal),
  });
  const save = useMutation({
    mutationFn: saveWorkspace,
    onSuccess: async (saved) => {
      queries.setQueryData(['workspace'], saved);
      await queries.invalidateQueries({ queryKey: ['auth'] });
    },
  });
  return (
    <SettingsCard title="Accounts">
      {isPending && <Spinner />}
      {data && (
        <Switch
          label="Anyone may make an account"
          hint="They confirm their address by a link in a mail first. People with an account can start meetings. Joining one needs no account either way."
          checked={(save.isPending ? save.variables.openSignUp : undefined) ?? data.openSignUp}
          disabled={save.isPending}
          onChange={(openSignUp) => save.mutate({ openSignUp })}
        />
      )}
      <FormError error={error ?? save.error} />
    </SettingsCard>
  );
}

function MailCard() {
  const { data: state } = useAuthState();
  return (
    <SettingsCard title="Mail">
      <p className="text-ink-soft">
        {state?.sendsMail
          ? 'Mails are sent by your mail server.'
          : 'No mail is sent: SMTP_URL and MAIL_FROM are not set. Mails are kept, and you can read them and pass on their links.'}{' '}
        <Link to="/outbox" className={textLink}>
          Open the outbox
        </Link>
      </p>
    </SettingsCard>
  );
}

function WebhooksCard() {
  return (
    <SettingsCard title="Webhooks">
      <p className="text-ink-soft">
        Other systems can be told when a meeting is finished, a summary is ready or an action is done.{' '}
        <Link to="/webhooks" className={textLink}>
          Open the webhooks
        </Link>
      </p>
    </SettingsCard>
  );
}
