// All that the declarations ask of the surroundings; the runtime's README names them.
type AbortSignal = object;
type Blob = object;
type FormData = object;
type Headers = object;
type ReadableStream = object;
type RequestInit = object;
type Response = object;
