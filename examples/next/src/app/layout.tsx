import type { ReactNode } from "react";

// biome-ignore lint/style/noDefaultExport: it is how Next.js finds a layout.
export default function Layout({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
