/** A place in a trie of words: what follows, where to go on when nothing fits, which words end. */
interface Node {
  readonly next: Map<string, Node>;
  fallback?: Node;
  words: readonly string[];
}

/** The words that occur in a text, in one pass however many there are (Aho and Corasick, 1975). */
export function occurringWords(words: Iterable<string>, texts: Iterable<string>): Set<string> {
  const root = buildTrie(new Set(words));
  const found = new Set<string>();
  for (const text of root.next.size > 0 ? texts : []) {
    let node = root;
    for (let index = 0; index < text.length; index += 1) {
      node = step(node, text.charAt(index));
      for (const word of node.words) found.add(word);
      // Once is enough: words that end in one another would be gone through at every character.
      node.words = [];
    }
  }
  return found;
}

function buildTrie(words: ReadonlySet<string>): Node {
  const root: Node = { next: new Map(), words: [] };
  const nodes = [root];
  for (const word of words) {
    let node = root;
    for (const character of word.split("")) {
      const next: Node = node.next.get(character) ?? { next: new Map(), words: [] };
      node.next.set(character, next);
      node = next;
    }
    node.words = [word];
  }
  // Level by level, as a fallback is always shorter; the list grows while it is gone through.
  for (const node of nodes) {
    for (const [character, next] of node.next) {
      next.fallback = node.fallback ? step(node.fallback, character) : root;
      next.words = [...next.words, ...next.fallback.words];
      nodes.push(next);
    }
  }
  return root;
}

function step(from: Node, character: string): Node {
  for (let node = from; ; node = node.fallback) {
    const next = node.next.get(character);
    if (next || !node.fallback) return next ?? node;
  }
}
