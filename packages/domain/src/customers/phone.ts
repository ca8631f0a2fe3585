/**
 * Whether a text can be a phone number: digits with the usual separators, an optional country code
 * and extension. What begins like a mainland mobile number must be one in full.
 */
export function isPhoneNumber(text: string): boolean {
  const bare = text.normalize('NFKC').replace(/[\s()\-.·]/g, '');
  const parts = /^(\+|00)?(\d{5,15})(?:(?:转|轉|#|x|ext)(\d{1,6}))?$/i.exec(bare);
  if (!parts) return false;
  const [, international, digits = ''] = parts;
  const national = international && digits.startsWith('86') ? digits.slice(2) : digits;
  const mainland = !international || digits.startsWith('86');
  // Three-digit prefixes from 13 up are mobile; 10086 and the like are short service numbers.
  return !(mainland && /^1\d{6,}$/.test(national)) || /^1[3-9]\d{9}$/.test(national);
}
