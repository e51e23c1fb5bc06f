import { hotkeysCoreFeature, type ItemInstance, syncDataLoaderFeature } from "@headless-tree/core";
import { useTree } from "@headless-tree/react";
import { mdiChevronRight } from "@mdi/js";
import Box from "@mui/material/Box";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { CopyButton } from "../common/copy";
import { Icon } from "../common/Icon";
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

function DrawnTree({ label, nodes }: { label: string; nodes: ReturnType<typeof createNodes> }) {
  const scroller = useRef<HTMLDivElement>(null);
  const tree = useTree<TreeNode>({
    rootItemId: rootId,
    getItemName: (item) => item.getItemData().name,
    isItemFolder: (item) => item.getItemData().count > 0,
    dataLoader: { getItem: nodes.get, getChildren: nodes.children },
    initialState: { expandedItems: nodes.initiallyOpen() },
    scrollToItem: (item) => virtual.scrollToIndex(item.getItemMeta().index),
    features: [syncDataLoaderFeature, hotkeysCoreFeature],
    hotkeys: {
      customCopy: {
        hotkey: "KeyC",
        handler: (_, { getFocusedItem }) =>
          void navigator.clipboard.writeText(getFocusedItem().getItemData().reference),
      },
    },
  });
  const items = tree.getItems();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  });
  return (
    <Box ref={scroller} sx={{ overflow: "auto", height: "100%", py: 0.5 }}>
      <Box
        {...tree.getContainerProps(label)}
        sx={{ height: virtual.getTotalSize(), position: "relative" }}
      >
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          return item && <Row key={key} item={item} top={start} />;
        })}
      </Box>
    </Box>
  );
}

function Row({ item, top }: { item: ItemInstance<TreeNode>; top: number }) {
  const node = item.getItemData();
  const { level } = item.getItemMeta();
  return (
    <Box
      {...item.getProps()}
      // The name alone would hide the value from those who hear the page.
      aria-label={undefined}
      style={{ transform: `translateY(${top}px)`, paddingLeft: 8 + level * 16 }}
      sx={rowStyle}
    >
      <Icon
        path={mdiChevronRight}
        sx={{
          fontSize: 16,
          color: "text.secondary",
          visibility: node.count > 0 ? "visible" : "hidden",
          transform: item.isExpanded() ? "rotate(90deg)" : undefined,
        }}
      />
      <Box
        component="span"
        sx={{ fontFamily: mono, fontSize: 12, whiteSpace: "pre", flex: "none" }}
      >
        {node.name}
        <Box component="span" sx={{ color: "text.secondary" }}>
          {": "}
        </Box>
      </Box>
      <Box component="span" sx={{ ...valueStyle, color: colors[node.type] ?? "text.secondary" }}>
        {node.preview}
      </Box>
      <Box component="span" className="copy">
        <CopyButton text={node.reference} label={`Copy reference ${node.reference}`} />
      </Box>
      <Box component="span" sx={descriptionStyle} title={node.description}>
        {node.description}
      </Box>
    </Box>
  );
}

const colors: Readonly<Record<string, string>> = {
  string: "success.main",
  number: "info.main",
  boolean: "info.main",
};

const rowStyle = {
  position: "absolute",
  left: 0,
  right: 0,
  height: rowHeight,
  display: "flex",
  alignItems: "center",
  gap: 0.25,
  pr: 1.5,
  cursor: "default",
  "&:hover, &:focus-visible": { bgcolor: "background.soft" },
  "&:focus-visible": { outlineOffset: -2 },
  "& .copy": { opacity: 0, flex: "none" },
  "&:hover .copy, &:focus .copy, & .copy:focus-within": { opacity: 1 },
} as const;

const valueStyle = {
  fontFamily: mono,
  fontSize: 12,
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
  minWidth: 24,
} as const;

const descriptionStyle = {
  flex: "1 1 0",
  minWidth: 0,
  pl: 1,
  fontSize: 11.5,
  color: "text.secondary",
  textAlign: "right",
  overflow: "hidden",
  textOverflow: "ellipsis",
  whiteSpace: "nowrap",
} as const;
