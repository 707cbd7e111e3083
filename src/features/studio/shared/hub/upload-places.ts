/** Where each file's upload goes on: kept over closing the laptop, since an upload begun anew is hours lost. */
import * as v from 'valibot';

const KEY = 'same-page.hub-uploads';
const PlacesSchema = v.record(v.string(), v.string());
type Places = v.InferOutput<typeof PlacesSchema>;

function read(): Places {
  try {
    return v.parse(PlacesSchema, JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

function write(places: Places): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(places));
  } catch {
    // Then it begins anew after closing.
  }
}

export const uploadPlace = (id: string): string | null => read()[id] ?? null;

export const noteUploadPlace = (id: string, url: string): void => write({ ...read(), [id]: url });

export function forgetUploadPlace(id: string): void {
  const { [id]: _, ...others } = read();
  write(others);
}
