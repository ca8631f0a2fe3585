import type { RecordRow } from '@kehu/api/records/encode';
import { Random } from './random.js';

/** Ids are fixed, so that the queries of all variants can name them. */
export const organisationId = '1';
export const departmentCount = 12;
export const staffPerDepartment = 5;
export const productCount = 2000;

/** The department whose head asks the questions, and that head. */
export const askingDepartment = departmentId(4);
export const askingStaff = staffId(4, 0);
export const askingLogin = 'bench-head';

export function departmentId(index: number): string {
  return String(101 + index);
}

export function staffId(department: number, index: number): string {
  return String(1001 + department * staffPerDepartment + index);
}

export function regionId(index: number): string {
  return String(11 + (index % 6));
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平'];
const places = [
  '上海',
  '杭州',
  '宁波',
  '苏州',
  '南京',
  '合肥',
  '福州',
  '厦门',
  '广州',
  '深圳',
  '武汉',
  '成都',
];

/** A person's name of two or three characters. */
export function personName(random: Random): string {
  const second = random.below(3) > 0 ? random.pick(given) : '';
  return `${random.pick(surnames)}${random.pick(given)}${second}`;
}

export function mobile(random: Random): string {
  return `1${3 + random.below(6)}${String(random.below(1_000_000_000)).padStart(9, '0')}`;
}

export function place(random: Random): string {
  return random.pick(places);
}

export function organisationRow(): RecordRow {
  return {
    id: organisationId,
    name: '千帆贸易',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans',
    demo: false,
  };
}

export function regionRows(): RecordRow[] {
  return ['华东', '华南', '华中', '华北', '西南', '西北'].map((name, i) => ({
    id: regionId(i),
    code: `R${i + 1}`,
    name,
  }));
}

export function departmentRows(): RecordRow[] {
  return Array.from({ length: departmentCount }, (_, i) => ({
    id: departmentId(i),
    code: `D${String(i + 1).padStart(2, '0')}`,
    name: `${places[i]}销售部`,
    kind: 'SALES',
    headId: staffId(i, 0),
    regionId: regionId(i),
    active: true,
  }));
}

export function staffRows(): RecordRow[] {
  const random = new Random(11);
  return Array.from({ length: departmentCount * staffPerDepartment }, (_, i) => {
    const department = Math.floor(i / staffPerDepartment);
    const id = staffId(department, i % staffPerDepartment);
    return {
      id,
      login: id === askingStaff ? askingLogin : null,
      displayName: personName(random),
      jobTitle: i % staffPerDepartment === 0 ? '部门经理' : '客户经理',
      phone: mobile(random),
      departmentId: departmentId(department),
      regionId: regionId(department),
      supervisorId: i % staffPerDepartment === 0 ? null : staffId(department, 0),
      status: 'ACTIVE',
    };
  });
}

export function productRows(): RecordRow[] {
  const random = new Random(12);
  const categories = ['办公用品', '家具', '技术', '耗材'];
  return Array.from({ length: productCount }, (_, i) => ({
    id: String(10_001 + i),
    productNo: `P${String(i + 1).padStart(5, '0')}`,
    name: `${random.pick(categories)}${random.pick(['标准', '加强', '轻便', '经典'])}型${i + 1}号`,
    category: random.pick(categories),
    subcategory: `第${1 + random.below(9)}类`,
    unit: '件',
    listPrice: `${10 + random.below(990)}.${String(random.below(100)).padStart(2, '0')}`,
    active: true,
  }));
}
