/**
 * Words that a password must not be, nor be with digits and signs behind. Short on purpose: most common
 * passwords are under ten characters and fall to the length rule; these are stems that grow past it.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd p@ssword p@ssw0rd pass1234 passwort admin administrator adminadmin root rootroot
  welcome welcome1 letmein iloveyou woaini woaini1314 wo5201314 5201314520 qwerty qwertyuiop qwer1234
  qwerasdf asdfghjkl asdfasdf zxcvbnm zxcvbnm123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsx
  qazwsxedc abc123 abcd1234 abc123456 a123456789 aa123456789 a1234567890 1234567890 0123456789 123456789a
  123456789abc 123123123 1231231234 1122334455 147258369 159357159 1357924680 9876543210 monkey dragon sunshine
  princess football baseball superman batman shadow master michael jordan secret changeme changeit default
  guest test testtest test1234 temp temporary login user username company office manager service
  customer kehu kehukehu kehudemo kehu-demo nihao zhongguo beijing shanghai guangzhou shenzhen huawei tencent taobao
  alibaba baidu wechat weixin qq123456 computer internet summer winter spring autumn monday`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
