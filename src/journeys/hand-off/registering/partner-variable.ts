/** Variables for this purpose alone: naming any other would send another secret of the program to whom the form names. */
export const partnerVariable = /^PARTNER_[A-Z0-9_]{1,92}$/;
