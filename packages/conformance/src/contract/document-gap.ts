/** What a case needs of the document, and the document does not give, or gives wrongly: no fault of the client. */
export class DocumentGap extends Error {
  override readonly name: string = "DocumentGap";
}
