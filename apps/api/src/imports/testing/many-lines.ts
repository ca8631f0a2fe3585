import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const linesPerOrder = 4;
const ordersPerCustomer = 8;
const products = 2000;

/** A superstore file with so many order lines, the same each time, lines of an order together. */
export async function writeManyLines(path: string, lines: number): Promise<void> {
  async function* text() {
    let piece =
      '\ufeff行 ID,订单 ID,订单日期,发货日期,邮寄方式,客户 ID,客户名称,细分,城市,省/自治区,国家,地区,产品 ID,类别,子类别,产品名称,销售额,数量,折扣,利润\r\n';
    for (let line = 1; line <= lines; line++) {
      const order = Math.floor((line - 1) / linesPerOrder);
      const customer = Math.floor(order / ordersPerCustomer);
      const product = (line * 7919) % products;
      const month = String((order % 12) + 1).padStart(2, '0');
      const day = String((order % 28) + 1).padStart(2, '0');
      piece +=
        `${line},CN-${order},2016-${month}-${day},2016-${month}-${day},标准级,C-${customer},客户${customer},公司,杭州,浙江,中国,区${customer % 6},` +
        `P-${product},办公用品,用品,"产品 ${product}, 蓝色",${(line % 997) + 0.25},${(line % 5) + 1},0.2,${(line % 31) - 5}.5\r\n`;
      if (piece.length > 65_536) {
        yield piece;
        piece = '';
      }
    }
    yield piece;
  }
  await pipeline(Readable.from(text()), createWriteStream(path));
}

/** Watches the resident memory of this process while something runs; answers its highest value in MB. */
export async function peakMemory<T>(work: () => Promise<T>): Promise<{ value: T; megabytes: number }> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  try {
    const value = await work();
    return { value, megabytes: Math.round(Math.max(peak, process.memoryUsage.rss()) / 1_048_576) };
  } finally {
    clearInterval(timer);
  }
}
