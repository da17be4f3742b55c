/**
 * For each node that lies on a circle, the number of its circle (strongly connected component); nodes on none are absent.
 * Tarjan's algorithm with its own stack, because chains can be longer than the call stack.
 */
export function cyclesOf<T>(edges: ReadonlyMap<T, readonly T[]>): Map<T, number> {
  const order = new Map<T, number>();
  const low = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const found = new Map<T, number>();
  let components = 0;
  const lower = (node: T, value: number) => low.set(node, Math.min(low.get(node) ?? value, value));

  const enter = (node: T) => {
    order.set(node, order.size);
    lower(node, order.get(node) ?? 0);
    open.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };

  const leave = (node: T) => {
    if (low.get(node) !== order.get(node)) return;
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members) isOpen.delete(member);
    if (members.length < 2 && !edges.get(node)?.includes(node)) return;
    for (const member of members) found.set(member, components);
    components += 1;
  };

  for (const root of edges.keys()) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = edges.get(top.node)?.[top.next++];
      if (target === undefined) {
        path.pop();
        leave(top.node);
        const above = path.at(-1);
        if (above) lower(above.node, low.get(top.node) ?? 0);
      } else if (!order.has(target)) path.push(enter(target));
      else if (isOpen.has(target)) lower(top.node, order.get(target) ?? 0);
    }
  }
  return found;
}
