"use client";

import { Button } from "@/components/ui/button";

type Props = {
  /** Names of the buttons, already with what they move. */
  words: { up: string; down: string; remove: string };
  canMove?: { up: boolean; down: boolean };
  onMove?: (by: -1 | 1) => void;
  onDelete: () => void;
};

/** Order by buttons, never by dragging alone; deleting stands beside it and can be undone. */
export function MoveAndDelete({ words, canMove, onMove, onDelete }: Props) {
  return (
    <div className="row wrap">
      {onMove && (
        <>
          <Button
            icon="up"
            kind="dim"
            disabled={!canMove?.up}
            aria-label={words.up}
            onClick={() => onMove(-1)}
          />
          <Button
            icon="down"
            kind="dim"
            disabled={!canMove?.down}
            aria-label={words.down}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <Button kind="danger" icon="trash" onClick={onDelete}>
        {words.remove}
      </Button>
    </div>
  );
}
