/**
 * Keeps a scene of Excalidraw and the whiteboard's document equal: writes what the person has changed, then shows what
 * counts. Whoever draws goes on undisturbed; what is under their hand is shown when they let go of it.
 */
import type { Board, Refusal } from '../../../../lib/board/board.ts';
import type { DrawnElement } from '../../../../lib/board/element.ts';
import { byOrder } from '../../../../lib/board/order-key.ts';
import { isSameVersion } from '../../../../lib/board/settle.ts';

/** What a binding has to know of an element in a scene. */
export interface SceneElement {
  readonly id: string;
  readonly version: number;
  readonly versionNonce: number;
  readonly isDeleted: boolean;
  readonly index: string;
  /** Of a line. */
  readonly points?: readonly unknown[];
}

export interface Scene<E extends SceneElement> {
  /** Also those that are deleted. */
  elements(): readonly E[];
  /** Ids of those that the person is writing in or pulling at now. */
  underHand(): ReadonlySet<string>;
  show(elements: E[]): void;
}

interface BindingOptions<E extends SceneElement> {
  board: Board;
  scene: Scene<E>;
  /** As the scene has it. */
  toScene(element: DrawnElement): E;
  /** False for what is not ready to be shown to others. */
  isReady(element: E): boolean;
  /** What was drawn and cannot be kept; it is taken off the scene. */
  onRefused(refusal: Exclude<Refusal, 'stale'>): void;
}

export interface BoardBinding {
  /** Brings both up to date. Without `mayWrite` nothing is written. */
  sync(mayWrite: boolean): void;
  /** There is more to write, or to show when the person lets go of it. */
  isBehind(): boolean;
  close(): void;
}

type Known = Pick<SceneElement, 'version' | 'versionNonce' | 'isDeleted'>;

export function createBoardBinding<E extends SceneElement>(options: BindingOptions<E>): BoardBinding {
  const { board, scene } = options;
  /** The state of each element in the scene that the document knows about. */
  const known = new Map<string, Known>();
  const behind = new Set(board.ids());
  let hasMore = false;
  const unsubscribe = board.subscribe((ids, own) => {
    if (!own) for (const id of ids) behind.add(id);
  });

  const isChanged = (element: E) => {
    const before = known.get(element.id);
    return !before || !isSameVersion(before, element);
  };
  const remember = ({ id, version, versionNonce, isDeleted }: E) =>
    known.set(id, { version, versionNonce, isDeleted });

  const write = () => {
    const all = scene.elements().filter((element) => isChanged(element) && options.isReady(element));
    const changed = firstUpdate(all);
    hasMore = changed.length < all.length;
    if (changed.length === 0) return;
    const restored = changed.filter(({ id, isDeleted }) => !isDeleted && known.get(id)?.isDeleted);
    const refused = board.write(changed, new Set(restored.map(({ id }) => id)));
    for (const element of changed) {
      remember(element);
      const now = board.get(element.id);
      if (refused.has(element.id) || (now && !isSameVersion(now, element))) behind.add(element.id);
    }
    for (const reason of new Set(refused.values())) if (reason !== 'stale') options.onRefused(reason);
  };

  /** What the scene has to have instead of `local`; null when that is right. */
  const replacement = (id: string, local: E | undefined): E | null => {
    const now = board.get(id);
    if (now?.isDeleted === false) {
      // A copy: Excalidraw changes elements where they are, and the board's own must not change with them.
      return local && isSameVersion(local, now) ? null : options.toScene({ ...now });
    }
    if (!local || (local.isDeleted && local.version >= (now?.version ?? 0))) return null;
    const version = Math.max(local.version, now?.version ?? 0);
    return { ...local, isDeleted: true, version, versionNonce: now?.versionNonce ?? local.versionNonce };
  };

  const show = () => {
    const underHand = scene.underHand();
    const due = [...behind].filter((id) => !underHand.has(id));
    if (due.length === 0) return;
    const next = new Map(scene.elements().map((element) => [element.id, element]));
    let isOther = false;
    for (const id of due) {
      behind.delete(id);
      const element = replacement(id, next.get(id));
      if (!element) continue;
      isOther = true;
      next.set(id, element);
      remember(element);
    }
    if (isOther) scene.show([...next.values()].sort(byOrder));
  };

  return {
    sync(mayWrite) {
      hasMore = false;
      if (mayWrite) write();
      show();
    },
    isBehind: () => hasMore || behind.size > 0,
    close: unsubscribe,
  };
}

const elementBytes = 300;
const pointBytes = 20;
/** Web takes no frame beyond 2 MB, and half a megabyte in a second: what is pasted goes out in parts. */
const updateBytes = 64 * 1024;

function firstUpdate<E extends SceneElement>(elements: readonly E[]): readonly E[] {
  let bytes = 0;
  const end = elements.findIndex(({ points }) => {
    const before = bytes;
    bytes += elementBytes + pointBytes * (points?.length ?? 0);
    return before > updateBytes;
  });
  return end < 0 ? elements : elements.slice(0, end);
}
