"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAutosave } from "@/components/field/use-autosave";
import { Button } from "@/components/ui/button";
import type { ProblemNode } from "@/lib/problems/schema";
import { localStore } from "@/lib/sync/local-store";
import { UndoNotice, useUndo } from "./undo-notice";
import { nextPosition, useLinked } from "./workshop-records";

type Kind = ProblemNode["kind"];
type Node = ReturnType<typeof useLinked<"problemNode">>[number];
type Tree = {
  nodes: readonly Node[];
  kind: Kind;
  place: string;
  onAdd: (kind: Kind, parentId: string | null) => void;
  onRemove: (node: Node) => void;
  fresh: string | null;
};

/** The problem tree as an outline: roots (causes) and branches (effects), each as deep as the group goes. */
export function ProblemTree({ problemId, place }: { problemId: string; place: string }) {
  const t = useTranslations("problems");
  const nodes = useLinked("problemNode", problemId);
  const [fresh, setFresh] = useState<string | null>(null);
  const { deleted, remove, undo } = useUndo();
  const onAdd = async (kind: Kind, parentId: string | null) => {
    const fields = { problemId, parentId, kind, text: "", position: nextPosition(nodes) };
    setFresh(await localStore.record({ type: "problemNode", place, fields }));
  };
  const onRemove = (node: Node) =>
    void remove({
      type: "problemNode",
      id: node.id,
      words: t("form.deleted", { statement: node.fields.text || t("form.untitled") }),
    });
  const shared = { nodes, place, onAdd, onRemove, fresh };
  return (
    <fieldset className="field stack-s">
      <legend>{t("tree.title")}</legend>
      <UndoNotice deleted={deleted} onUndo={undo} />
      {(["cause", "effect"] as const).map((kind) => (
        <div key={kind}>
          <p className="sm med">{t(kind === "cause" ? "tree.causes" : "tree.effects")}</p>
          <Branch {...shared} kind={kind} parentId={null} />
          <Button kind="quiet" icon="plus" onClick={() => onAdd(kind, null)}>
            {t(kind === "cause" ? "tree.addCause" : "tree.addEffect")}
          </Button>
        </div>
      ))}
    </fieldset>
  );
}

/** Nodes whose parent is gone come up one level instead of vanishing with it. */
function childrenOf(parentId: string | null, { nodes, kind }: Pick<Tree, "nodes" | "kind">) {
  const known = new Set(nodes.map(({ id }) => id));
  return nodes.filter(({ fields }) => {
    const parent = fields.parentId && known.has(fields.parentId) ? fields.parentId : null;
    return fields.kind === kind && parent === parentId;
  });
}

function Branch({ parentId, ...tree }: Tree & { parentId: string | null }) {
  const children = childrenOf(parentId, tree);
  if (children.length === 0) return null;
  return (
    <ul className={parentId ? "tree-branch" : "tree-branch root"}>
      {children.map((node) => (
        <li key={node.id}>
          <NodeLine node={node} {...tree} />
          <Branch {...tree} parentId={node.id} />
        </li>
      ))}
    </ul>
  );
}

function NodeLine({ node, kind, place, onAdd, onRemove, fresh }: Tree & { node: Node }) {
  const t = useTranslations("problems.tree");
  const text = node.fields.text;
  const draft = useAutosave(text, (typed) =>
    localStore.record({ type: "problemNode", subject: node.id, place, fields: { text: typed } }),
  );
  return (
    <div className="row top gap-1!">
      <textarea
        className="in line"
        rows={1}
        aria-label={t(kind)}
        // biome-ignore lint/a11y/noAutofocus: the line appears because its button was pressed
        autoFocus={node.id === fresh}
        value={draft.value}
        onBlur={() => void draft.flush()}
        onChange={(event) => draft.change(event.target.value)}
      />
      <Button
        kind="quiet"
        icon="plus"
        aria-label={t(kind === "cause" ? "addUnder" : "addUnderEffect", { text })}
        onClick={() => onAdd(kind, node.id)}
      />
      <Button kind="quiet" icon="trash" aria-label={t("remove", { text })} onClick={() => onRemove(node)} />
    </div>
  );
}
