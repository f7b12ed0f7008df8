import { Captions, FileBraces, FilePenLine, FileText, FileType } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ExportFormat } from '../../../../lib/meeting-export.ts';
import { MenuFrame } from '../../ui/MenuFrame.tsx';
import { ExportButton } from './ExportButton.tsx';

const choices: { format: ExportFormat; label: string; hint: string; Icon: typeof FileText }[] = [
  { format: 'md', label: 'Markdown', hint: 'Summary and transcript', Icon: FileText },
  { format: 'pdf', label: 'PDF', hint: 'The same, to print or send', Icon: FileType },
  { format: 'docx', label: 'DOCX', hint: 'The same, to work on in Word', Icon: FilePenLine },
  { format: 'srt', label: 'SRT', hint: 'Subtitles for most players', Icon: Captions },
  { format: 'vtt', label: 'WebVTT', hint: 'Subtitles with speakers', Icon: Captions },
  { format: 'json', label: 'JSON', hint: 'Everything, for programs', Icon: FileBraces },
];

/** Takes a meeting along as a file. It is open at first. */
export function OpenExportMenu({ meetingId }: { meetingId: string }) {
  return (
    <MenuFrame trigger={<ExportButton />} defaultOpen className="w-72">
      {choices.map(({ format, label, hint, Icon }) => (
        <DropdownMenu.Item key={format} asChild>
          <a
            href={`/api/meetings/${encodeURIComponent(meetingId)}/export.${format}`}
            download
            className="flex min-h-13 items-center gap-3 rounded-lg px-3 py-2 -outline-offset-2 data-highlighted:bg-sunken"
          >
            <Icon aria-hidden size={19} className="shrink-0 text-ink-soft" />
            <span className="min-w-0">
              <span className="block font-medium text-sm">{label}</span>
              <span className="block text-ink-faint text-sm">{hint}</span>
            </span>
          </a>
        </DropdownMenu.Item>
      ))}
    </MenuFrame>
  );
}
