/** What a process that uploads is told. */
export interface UploadSettings {
  readonly baseURL: string;
  readonly vendor: "agora" | "agoralia";
  /** Path of the journal. */
  readonly journal: string;
  readonly chunks: number;
  /** Rows of a chunk. */
  readonly chunk: number;
  readonly concurrency: number;
}
