import { lazy, type ReactNode } from 'react';
import { LazyPart } from '../../ui/LazyPart.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import type { Chat } from './useChat.ts';

const ChatPanel = lazy(async () => ({ default: (await import('./ChatPanel.tsx')).ChatPanel }));

interface ChatSideProps {
  id: string;
  wide: boolean;
  open: boolean;
  onOpenChange(open: boolean): void;
  notice: ReactNode;
  chat: Chat;
  me: string;
  closed: string | null;
  offRecord: boolean;
}

/** The chat beside the stage, or in a sheet from below where there is no room for it. Loaded when it is opened. */
export function ChatSide({ chat, me, closed, offRecord, ...panel }: ChatSideProps) {
  return (
    <SidePanel title="Chat" {...panel}>
      <LazyPart fallback={<Spinner size={24} />}>
        <ChatPanel chat={chat} me={me} closed={closed} offRecord={offRecord} focused={panel.wide} />
      </LazyPart>
    </SidePanel>
  );
}
