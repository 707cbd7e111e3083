/** What Chromium has and TypeScript's DOM library does not: https://wicg.github.io/file-system-access/ and
 * https://wicg.github.io/manifest-incubations/#launchqueue-interface. Absent elsewhere, so all optional. */
interface FileSystemHandlePermissionDescriptor {
  readonly mode?: 'read' | 'readwrite';
}
interface SaveFilePickerOptions {
  readonly suggestedName?: string;
  readonly types?: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}
interface LaunchParams {
  readonly files?: readonly FileSystemHandle[];
}
interface Window {
  readonly showSaveFilePicker?: (options?: SaveFilePickerOptions) => Promise<FileSystemFileHandle>;
  readonly showDirectoryPicker?: (
    options?: FileSystemHandlePermissionDescriptor,
  ) => Promise<FileSystemDirectoryHandle>;
  readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void };
}
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}
