/** Whether a name can be a vendor's: it names folders and a package. */
export function isVendorName(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) && name.length <= 60;
}
