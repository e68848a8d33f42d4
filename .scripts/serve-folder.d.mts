import type { Server } from 'node:http';

export interface Served {
  server: Server;
  /** Address of the folder, with the base and a slash at its end. */
  url: string;
  /** Paths of all requests so far. */
  requests: string[];
}

export function serveFolder(options: {
  folder: string;
  base?: string;
  port?: number;
  host?: string;
  sendHeaders?: boolean;
}): Promise<Served>;
