/** The question to ask about a name that is not known: `Did you mean "note"?`, or nothing when no known name is close. */
export function describeCloseNames(name: string, known: Iterable<string>): string {
  const farthest = Math.max(1, Math.floor(name.length / 3));
  const close = [...new Set(known)]
    .map((each) => ({ each, distance: readDistance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ distance }) => distance <= farthest)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ each }) => `"${each}"`);

  return close.length === 0 ? '' : `Did you mean ${close.join(' or ')}?`;
}

// Levenshtein's distance: how many letters must be added, dropped or changed.
function readDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);

  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const change = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }

  return previous[right.length] ?? 0;
}
