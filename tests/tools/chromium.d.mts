export function findChromium(): string | null;
export function ensureTools(): void;
