/** A city of the demo with the districts in which customers live. */
export interface City {
  readonly province: string;
  readonly city: string;
  readonly areaCode: string;
  readonly postcode: string;
  readonly districts: readonly string[];
}

export interface RegionPlan {
  readonly code: string;
  readonly name: string;
  /** The cities with the region's two stores first. */
  readonly cities: readonly City[];
}

const city = (
  province: string,
  name: string,
  areaCode: string,
  postcode: string,
  districts: string,
): City => ({ province, city: name, areaCode, postcode, districts: districts.split(' ') });

/** Six sales regions. */
export const regionPlans: readonly RegionPlan[] = [
  {
    code: 'EAST',
    name: '华东',
    cities: [
      city('上海', '上海', '021', '200030', '徐汇区 浦东新区 静安区 闵行区 杨浦区'),
      city('浙江', '杭州', '0571', '310012', '西湖区 拱墅区 滨江区 余杭区'),
      city('江苏', '南京', '025', '210008', '鼓楼区 玄武区 江宁区 建邺区'),
      city('江苏', '苏州', '0512', '215006', '姑苏区 吴中区 虎丘区'),
      city('浙江', '宁波', '0574', '315040', '鄞州区 海曙区'),
      city('福建', '厦门', '0592', '361004', '思明区 湖里区'),
    ],
  },
  {
    code: 'SOUTH',
    name: '华南',
    cities: [
      city('广东', '广州', '020', '510620', '天河区 越秀区 番禺区 海珠区'),
      city('广东', '深圳', '0755', '518052', '南山区 福田区 龙华区 宝安区'),
      city('广东', '佛山', '0757', '528000', '禅城区 顺德区 南海区'),
      city('广西', '南宁', '0771', '530021', '青秀区 西乡塘区'),
      city('海南', '海口', '0898', '570203', '美兰区 龙华区'),
    ],
  },
  {
    code: 'NORTH',
    name: '华北',
    cities: [
      city('北京', '北京', '010', '100020', '朝阳区 海淀区 丰台区 通州区 昌平区'),
      city('天津', '天津', '022', '300202', '河西区 和平区 南开区'),
      city('河北', '石家庄', '0311', '050011', '长安区 裕华区'),
      city('山西', '太原', '0351', '030006', '小店区 迎泽区'),
    ],
  },
  {
    code: 'CENTRAL',
    name: '华中',
    cities: [
      city('湖北', '武汉', '027', '430070', '洪山区 武昌区 江汉区 汉阳区'),
      city('湖南', '长沙', '0731', '410006', '岳麓区 雨花区 开福区'),
      city('河南', '郑州', '0371', '450003', '金水区 二七区 中原区'),
      city('江西', '南昌', '0791', '330008', '东湖区 红谷滩区'),
    ],
  },
  {
    code: 'SOUTHWEST',
    name: '西南',
    cities: [
      city('四川', '成都', '028', '610021', '锦江区 武侯区 青羊区 成华区'),
      city('重庆', '重庆', '023', '400010', '渝中区 江北区 渝北区 南岸区'),
      city('云南', '昆明', '0871', '650011', '盘龙区 五华区'),
      city('贵州', '贵阳', '0851', '550081', '观山湖区 云岩区'),
    ],
  },
  {
    code: 'NORTHEAST',
    name: '东北',
    cities: [
      city('辽宁', '沈阳', '024', '110001', '和平区 沈河区 浑南区 铁西区'),
      city('辽宁', '大连', '0411', '116001', '中山区 沙河口区 甘井子区'),
      city('吉林', '长春', '0431', '130061', '朝阳区 南关区'),
      city('黑龙江', '哈尔滨', '0451', '150001', '南岗区 道里区'),
    ],
  },
];

export interface StorePlan {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly city: string;
  readonly ownership: 'DIRECT' | 'FRANCHISE' | 'AGENT';
  readonly address: string;
  /** Share of the consumers; the flagship is the first. */
  readonly weight: number;
}

const store = (
  no: number,
  name: string,
  region: string,
  cityName: string,
  ownership: StorePlan['ownership'],
  address: string,
  weight: number,
): StorePlan => ({
  code: `ST${String(no).padStart(2, '0')}`,
  name,
  region,
  city: cityName,
  ownership,
  address,
  weight,
});

/** Twelve stores, two in each region. */
export const storePlans: readonly StorePlan[] = [
  store(1, '上海徐汇店', 'EAST', '上海', 'DIRECT', '上海市徐汇区桂平路260号一层', 14),
  store(2, '杭州西湖店', 'EAST', '杭州', 'DIRECT', '杭州市西湖区文二西路718号', 10),
  store(3, '广州天河店', 'SOUTH', '广州', 'DIRECT', '广州市天河区中山大道西89号', 10),
  store(4, '深圳南山店', 'SOUTH', '深圳', 'DIRECT', '深圳市南山区科苑路16号', 10),
  store(5, '北京朝阳店', 'NORTH', '北京', 'DIRECT', '北京市朝阳区姚家园路105号', 11),
  store(6, '天津河西店', 'NORTH', '天津', 'FRANCHISE', '天津市河西区解放南路473号', 6),
  store(7, '武汉洪山店', 'CENTRAL', '武汉', 'DIRECT', '武汉市洪山区雄楚大街568号', 8),
  store(8, '长沙岳麓店', 'CENTRAL', '长沙', 'FRANCHISE', '长沙市岳麓区枫林一路77号', 6),
  store(9, '成都锦江店', 'SOUTHWEST', '成都', 'DIRECT', '成都市锦江区三色路209号', 9),
  store(10, '重庆渝中店', 'SOUTHWEST', '重庆', 'FRANCHISE', '重庆市渝中区长江二路121号', 6),
  store(11, '沈阳和平店', 'NORTHEAST', '沈阳', 'DIRECT', '沈阳市和平区南京南街95号', 6),
  store(12, '大连中山店', 'NORTHEAST', '大连', 'AGENT', '大连市中山区人民路38号', 4),
];

export const streets: readonly string[] =
  '文昌路 建设路 和平路 学府路 滨河路 长兴街 新华路 振兴路 迎宾大道 青年路 东湖路 梧桐路 银杏街 桃源路 兴业路 科技大道 翠竹路 望江路 朝晖路 春晓路 明德路 丰庆路 福安街 望湖路'.split(
    ' ',
  );

export const estates: readonly string[] =
  '锦绣花园 阳光水岸 翰林府 云栖里 江南名邸 金色家园 紫荆苑 书香门第 绿洲新城 天悦湾 御景台 和园 星河湾畔 梧桐公馆 清水湾 澜庭'.split(
    ' ',
  );
