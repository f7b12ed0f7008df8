import { CalendarCard } from './CalendarCard.tsx';
import { EditPassword } from './EditPassword.tsx';
import { EditProfile } from './EditProfile.tsx';
import { MyDataCard } from './MyDataCard.tsx';
import { SessionsCard } from './SessionsCard.tsx';
import { SettingsPage } from './SettingsPage.tsx';

export function ProfilePage() {
  return (
    <SettingsPage title="Profile">
      {(account) => (
        <>
          <EditProfile account={account} />
          <EditPassword />
          <CalendarCard />
          <SessionsCard />
          <MyDataCard account={account} />
        </>
      )}
    </SettingsPage>
  );
}
