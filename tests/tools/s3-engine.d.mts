export function startEngine(script: string, folder?: string): Record<string, string> | null;
export function stopEngine(script: string, folder?: string): void;
export function withEngine(options?: { readonly folder?: string; readonly isUp?: () => boolean }): () => void;
