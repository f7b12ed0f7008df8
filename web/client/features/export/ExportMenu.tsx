import { OnDemand } from '../../ui/OnDemand.tsx';
import { ExportButton } from './ExportButton.tsx';

const load = async () => ({ default: (await import('./OpenExportMenu.tsx')).OpenExportMenu });

/** Takes a meeting along as a file. */
export function ExportMenu({ meetingId }: { meetingId: string }) {
  return (
    <OnDemand load={load} with={{ meetingId }}>
      {(button) => <ExportButton {...button} />}
    </OnDemand>
  );
}
