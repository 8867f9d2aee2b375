/** The codes of the framework's own warnings: those that can be silenced. */
export const warningCodes: ReadonlySet<string> = new Set(['Q005', 'Q217', 'Q307', 'Q309', 'Q406', 'Q606']);
