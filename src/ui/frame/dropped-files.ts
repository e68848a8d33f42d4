/** Files that are looked for in dropped folders; the engine reads the first few and counts the others. */
const MOST = 1000;

/**
 * The files of a drop, with those in folders, in the order of their paths; what systems hide is passed over.
 *
 * Must be called while the drop is handled: afterwards the browser forgets what was dropped.
 */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const folders = entries.some((entry) => entry?.isDirectory);
  // Without folders the list of files is all there is; some browsers give no entries.
  return folders ? filesIn(entries.filter((entry) => entry !== null)) : Promise.resolve([...transfer.files]);
}

async function filesIn(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry && files.length < MOST; entry = waiting.shift()) {
    if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
    if (entry.isFile) files.push(await fileOf(entry as FileSystemFileEntry));
    else waiting.unshift(...(await childrenOf(entry as FileSystemDirectoryEntry)));
  }
  return files;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** All that stands in a folder, by name. A browser gives at most a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return children.sort((a, b) => (a.name < b.name ? -1 : 1));
    children.push(...some);
  }
}
