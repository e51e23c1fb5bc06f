import {
  hotkeysCoreFeature,
  type ItemInstance,
  syncDataLoaderFeature,
  type TreeConfig,
  type TreeInstance,
} from "@headless-tree/core";
import { useTree } from "@headless-tree/react";
import { mdiChevronRight } from "@mdi/js";
import Box from "@mui/material/Box";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { CopyButton } from "../common/copy";
import { mono } from "../theme";
import { createNodes, rootId, type TreeNode } from "./nodes";
import type { PlacedSchema } from "./schema";

interface TreeProps {
  readonly label: string;
  readonly value: unknown;
  readonly schema: PlacedSchema | undefined;
  /** How later steps refer to the root. */
  readonly reference: string;
}

const rowHeight = 24;

/** A value as a tree. Only the rows on the screen are drawn. */
export function Tree(props: TreeProps) {
  const { value, schema, reference } = props;
  const nodes = useMemo(() => createNodes(value, schema, reference), [value, schema, reference]);
  // Another value is another tree, with its own open branches.
  return <DrawnTree key={nodes.id} label={props.label} nodes={nodes} />;
}

type Nodes = ReturnType<typeof createNodes>;

function DrawnTree({ label, nodes }: { label: string; nodes: Nodes }) {
  const scrollTo = useRef<(index: number) => void>(() => {});
  const [config] = useState(() => configOf(nodes, scrollTo));
  const tree = useTree(config);
  return <Rows label={label} tree={tree} items={tree.getItems()} scrollTo={scrollTo} />;
}

type ScrollTo = { current: (index: number) => void };

function configOf(nodes: Nodes, scrollTo: ScrollTo): TreeConfig<TreeNode> {
  return {
    rootItemId: rootId,
    getItemName: (item) => item.getItemData().name,
    isItemFolder: (item) => item.getItemData().count > 0,
    dataLoader: { getItem: nodes.get, getChildren: nodes.children },
    initialState: { expandedItems: nodes.initiallyOpen() },
    scrollToItem: (item) => scrollTo.current(item.getItemMeta().index),
    features: [syncDataLoaderFeature, hotkeysCoreFeature],
    hotkeys: {
      customCopy: {
        hotkey: "KeyC",
        handler: (_, { getFocusedItem }) =>
          void navigator.clipboard.writeText(getFocusedItem().getItemData().reference),
      },
    },
  };
}

interface RowsProps {
  readonly label: string;
  readonly tree: TreeInstance<TreeNode>;
  readonly items: ItemInstance<TreeNode>[];
  readonly scrollTo: ScrollTo;
}

/** Scrolling redraws the rows, not the tree. */
function Rows({ label, tree, items, scrollTo }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState("");
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  scrollTo.current = (index) => virtual.scrollToIndex(index);
  return (
    <Box ref={scroller} sx={treeStyle}>
      <div
        {...tree.getContainerProps(label)}
        style={{ height: virtual.getTotalSize(), position: "relative" }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          if (!item) return null;
          const isActive = item.getId() === active;
          return (
            <Row key={key} item={item} top={start} isActive={isActive} setActive={setActive} />
          );
        })}
      </div>
    </Box>
  );
}

interface RowProps {
  readonly item: ItemInstance<TreeNode>;
  readonly top: number;
  /** Whether the pointer or the keyboard is on it. */
  readonly isActive: boolean;
  readonly setActive: (id: string) => void;
}

/** Plain elements, since a screen holds many and scrolling recreates them. */
function Row({ item, top, isActive, setActive }: RowProps) {
  const node = item.getItemData();
  const { level } = item.getItemMeta();
  const activate = () => setActive(item.getId());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is among the item's own properties
    <div
      {...item.getProps()}
      // The name alone would hide the value from those who hear the page.
      aria-label={undefined}
      className="row"
      onMouseEnter={activate}
      onFocus={activate}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 8 + level * 16 }}
    >
      <svg viewBox="0 0 24 24" aria-hidden data-state={stateOf(item)}>
        <path d={mdiChevronRight} />
      </svg>
      <span className="name">
        {node.name}
        <span className="colon">{": "}</span>
      </span>
      <span className="value" data-type={node.type}>
        {node.preview}
      </span>
      {isActive && <CopyButton text={node.reference} label={`Copy reference ${node.reference}`} />}
      <span className="description" title={node.description}>
        {node.description}
      </span>
    </div>
  );
}

function stateOf(item: ItemInstance<TreeNode>): "leaf" | "open" | "closed" {
  if (item.getItemData().count === 0) return "leaf";
  return item.isExpanded() ? "open" : "closed";
}

const clipped = { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" } as const;

const treeStyle = {
  overflow: "auto",
  height: "100%",
  py: 0.5,
  "& .row": {
    position: "absolute",
    left: 0,
    right: 0,
    height: rowHeight,
    display: "flex",
    alignItems: "center",
    gap: 0.25,
    pr: 1.5,
    cursor: "default",
  },
  "& .row:hover, & .row:focus-visible": { bgcolor: "background.soft" },
  "& .row:focus-visible": { outlineOffset: "-2px" },
  "& .row > svg": { width: 16, height: 16, flex: "none", color: "text.secondary" },
  "& .row > svg path": { fill: "currentColor" },
  "& [data-state=leaf]": { visibility: "hidden" },
  "& [data-state=open]": { transform: "rotate(90deg)" },
  "& .name": { fontFamily: mono, fontSize: 12, whiteSpace: "pre", flex: "none" },
  "& .colon": { color: "text.secondary" },
  "& .value": { fontFamily: mono, fontSize: 12, minWidth: 24, color: "text.secondary", ...clipped },
  "& [data-type=string]": { color: "success.main" },
  "& [data-type=number], & [data-type=boolean]": { color: "info.main" },
  "& .description": {
    flex: "1 1 0",
    minWidth: 0,
    pl: 1,
    fontSize: 11.5,
    color: "text.secondary",
    textAlign: "right",
    ...clipped,
  },
} as const;
