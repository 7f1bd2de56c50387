/** How a customer is called here; a visitor who gave no name goes by the start of the session's id. @param {{ name: string | null, guestId: string }} customer */
export function customerName({ name, guestId }) {
  return name ?? `Visitor ${guestId.slice(0, 4).toUpperCase()}`;
}
