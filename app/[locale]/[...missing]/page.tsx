import { notFound } from "next/navigation";

// Without it an unknown address would get the framework's English page.
export default function Missing() {
  notFound();
}
