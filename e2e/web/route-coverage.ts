/** Which pages of the browser app nobody looks at, and which visits lead to none of its pages. */
export function compareVisits(
  /** Paths of the router's table, such as `/m/$code`. */
  routes: readonly string[],
  visits: readonly { route: string }[],
): { withoutVisit: string[]; withoutRoute: string[] } {
  const visited = new Set(visits.map(({ route }) => route));
  return {
    withoutVisit: routes.filter((route) => !visited.has(route)),
    withoutRoute: [...visited].filter((route) => !routes.includes(route)),
  };
}
