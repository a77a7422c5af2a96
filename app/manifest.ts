import type { MetadataRoute } from "next";

/** Put on the home screen it opens with the capture screens where somebody records, else with the reader's first page. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "CONNECT",
    short_name: "CONNECT",
    lang: "lo",
    start_url: "/?app",
    scope: "/",
    display: "standalone",
    background_color: "#fbf8f1",
    theme_color: "#14213d",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/mark.svg", sizes: "any", type: "image/svg+xml" },
    ],
  };
}
