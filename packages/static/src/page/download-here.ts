import { here } from '../../../web/src/desk/place.ts';

/** Downloads go past a service worker, so what the desk has for them is fetched first. Listens to clicks on links. */
export function downloadHere(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[download]') : null;
  if (!(link instanceof HTMLAnchorElement) || !new URL(link.href).pathname.startsWith(`${here().root}api/`)) return;
  event.preventDefault();
  void download(link.href);
}

async function download(address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) return;
  const made = URL.createObjectURL(await answer.blob());
  Object.assign(document.createElement('a'), { href: made, download: nameIn(answer.headers.get('content-disposition') ?? '') }).click();
  URL.revokeObjectURL(made);
}

/** The file name of a Content-Disposition header (RFC 6266). */
function nameIn(disposition: string): string {
  const exact = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (exact !== undefined) return decodeURIComponent(exact);
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? '';
}
