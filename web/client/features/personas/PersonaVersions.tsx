import type { PersonaVersion } from '../../../../lib/persona-messages.ts';
import { Button } from '../../ui/Button.tsx';

interface PersonaVersionsProps {
  versions: PersonaVersion[];
  /** Null for those who may not edit. */
  onTake: ((version: PersonaVersion) => void) | null;
}

/** What it was before: meetings keep the version that they had. */
export function PersonaVersions({ versions, onTake }: PersonaVersionsProps) {
  const [newest] = versions;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="font-semibold">
        Versions
      </h2>
      <ol className="mt-2 divide-y divide-line">
        {versions.map((version) => (
          <li key={version.id} className="flex items-center justify-between gap-3 py-2.5">
            <div className="min-w-0">
              <p className="truncate font-medium text-sm">
                Version {version.version}
                {version === newest && <span className="text-ink-faint"> · current</span>}
              </p>
              <p className="text-ink-faint text-sm">
                {new Date(version.createdAtMs).toLocaleDateString(undefined, { dateStyle: 'medium' })}
                {' · '}
                {countMeetings(version.meetings)}
              </p>
            </div>
            {onTake && version !== newest && (
              <Button
                look="plain"
                aria-label={`Take the text of version ${version.version}`}
                onClick={() => onTake(version)}
              >
                Take text
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function countMeetings(count: number): string {
  if (count === 0) return 'no meeting';
  return count === 1 ? '1 meeting' : `${count} meetings`;
}
