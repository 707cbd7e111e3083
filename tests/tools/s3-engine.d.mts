export function startEngine(script: string): Record<string, string> | null;
export function stopEngine(script: string): void;
export function withEngine(): () => void;
