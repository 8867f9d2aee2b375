/** One figure that must not grow: lower is better. */
export interface Gate {
  readonly name: string;
  readonly figure: number;
  readonly limit: number;
}

/** Whether the figure is beyond its limit. */
export function isMissed({ figure, limit }: Gate): boolean {
  return !(figure <= limit);
}

/** The line of a gate: `name figure limit ok`, or `MISSED` at its end. */
export function describeGate(gate: Gate): string {
  const { name, figure, limit } = gate;
  return `${name} ${figure.toFixed(2)} ${limit} ${isMissed(gate) ? 'MISSED' : 'ok'}`;
}

/** Tells the process that asked what was measured. */
export function reportGates(gates: readonly Gate[] | Promise<readonly Gate[]>): void {
  void Promise.resolve(gates).then((measured) => process.stdout.write(JSON.stringify(measured)));
}
