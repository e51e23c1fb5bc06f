export function TimelinePane(_: { item: unknown }) { return <div/>; }
