import { type CSSProperties, Fragment, type ReactNode } from 'react';
import { layTiles, type Rect } from './lay-tiles.ts';
import { MoreTiles } from './MoreTiles.tsx';
import { tilesInView, tilesToShow } from './tiles-in-view.ts';
import { useScrollView } from './useScrollView.ts';

export interface Tile {
  key: string;
  content: ReactNode;
}

interface TileCanvasProps {
  tiles: readonly Tile[];
  /** Key of the tile that is large; null where all are equal. */
  spotlight: string | null;
}

/**
 * Tiles as large as the stage allows. Those beyond its edge are scrolled to, and have no element until they are near:
 * LiveKit sends no picture that nothing shows.
 */
export function TileCanvas({ tiles, spotlight }: TileCanvasProps) {
  const { ref, view } = useScrollView<HTMLDivElement>();
  const hasLarge = tiles.some(({ key }) => key === spotlight);
  const { large, places, content, axis, area } = layTiles({
    count: tiles.length,
    spotlight: hasLarge,
    ...view,
  });
  const shown = tilesToShow(places, view);
  const hidden = places.length - tilesInView(places, view).length;
  const overflows = content.width > view.width || content.height > view.height;
  const placed = tiles.filter(({ key }) => !large || key !== spotlight).map(({ key }) => key);
  const styleOf = (key: string): CSSProperties | null => {
    if (large && key === spotlight) return stay(large);
    const index = placed.indexOf(key);
    const place = places[index];
    return place && shown.includes(index) ? stand(place) : null;
  };
  return (
    <div className="relative min-h-0 min-w-0 flex-1">
      <div
        ref={ref}
        className={`size-full [scrollbar-color:var(--line-strong)_transparent] [scrollbar-width:thin] ${overflows ? scrolling[axis] : 'overflow-hidden'}`}
      >
        <ul
          aria-label="People in the meeting"
          data-spotlight={hasLarge || undefined}
          className="relative"
          style={content}
          hidden={view.width === 0}
        >
          {tiles.map(({ key, content }, index) => {
            const style = styleOf(key);
            return (
              <Fragment key={key}>
                {style && (
                  <li
                    style={style}
                    data-large={key === spotlight || undefined}
                    aria-setsize={tiles.length}
                    aria-posinset={index + 1}
                  >
                    {content}
                  </li>
                )}
              </Fragment>
            );
          })}
        </ul>
      </div>
      {hidden > 0 && (
        <MoreTiles
          count={hidden}
          axis={axis}
          area={area}
          onMore={() => {
            const isSideways = axis === 'x';
            const by = { left: isSideways ? view.width : 0, top: isSideways ? 0 : view.height };
            ref.current?.scrollBy({ ...by, behavior: 'smooth' });
          }}
        />
      )}
    </div>
  );
}

const scrolling = { x: 'overflow-x-auto overflow-y-hidden', y: 'overflow-y-auto overflow-x-hidden' };

const stand = ({ x, y, width, height }: Rect): CSSProperties => ({
  position: 'absolute',
  left: 0,
  top: 0,
  transform: `translate(${x}px, ${y}px)`,
  width,
  height,
});

/** Where it is while the others scroll. */
const stay = ({ x, y, width, height }: Rect): CSSProperties => ({
  position: 'sticky',
  left: x,
  top: y,
  width,
  height,
});
