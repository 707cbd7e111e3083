/** Words people know by sight, two syllables each; no two are typed alike, and no run of them can be read in two ways. */
const list = `
爱情aiqing 安排anpai 阿姨ayi 爸爸baba 拔河bahe 白菜baicai 白鹅baie 拜访baifang 百合baihe 白鹭bailu 拜年bainian
白色baise 白糖baitang 白银baiyin 白云baiyun 办法banfa 棒球bangqiu 傍晚bangwan 帮助bangzhu 搬家banjia
板栗banli 斑马banma 拌面banmian 搬运banyun 班长banzhang 宝贵baogui 包裹baoguo 保护baohu 宝塔baota 报纸baozhi
包子baozi 背包beibao 北方beifang 贝壳beike 背诵beisong 杯子beizi 奔跑benpao 编辑bianji 鞭炮bianpao
编织bianzhi 标本biaoben 标题biaoti 表演biaoyan 比较bijiao 冰雹bingbao 冰川bingchuan 冰灯bingdeng
饼干binggan 冰棍binggun 冰块bingkuai 冰糖bingtang 宾馆binguan 冰箱bingxiang 比赛bisai 鼻子bizi 伯伯bobo
菠菜bocai 波浪bolang 玻璃boli 菠萝boluo 播种bozhong 脖子bozi 布丁buding 布料buliao 布鞋buxie 菜场caichang
菜刀caidao 菜饭caifan 裁缝caifeng 彩虹caihong 材料cailiao 裁判caipan 菜园caiyuan 采摘caizhai 仓库cangku
参观canguan 蚕丝cansi 餐厅canting 操场caochang 草地caodi 草帽caomao 草莓caomei 草原caoyuan 测量celiang
茶杯chabei 茶馆chaguan 茶壶chahu 长城changcheng 长度changdu 嫦娥change 唱歌changge 长江changjiang
产品chanpin 铲子chanzi 炒菜chaocai 炒面chaomian 超市chaoshi 潮水chaoshui 茶叶chaye 茶园chayuan 叉子chazi
插座chazuo 车间chejian 车库cheku 成功chenggong 城墙chengqiang 城市chengshi 成长chengzhang 橙子chengzi
衬衫chenshan 车票chepiao 车站chezhan 齿轮chilun 尺子chizi 重阳chongyang 抽屉chouti 船长chuanchang
船帆chuanfan 床单chuangdan 窗户chuanghu 窗花chuanghua 窗帘chuanglian 穿过chuanguo 创造chuangzao
船桨chuanjiang 船锚chuanmao 船票chuanpiao 传说chuanshuo 传统chuantong 穿衣chuanyi 船员chuanyuan
出发chufa 厨房chufang 吹笛chuidi 锤子chuizi 春节chunjie 春卷chunjuan 春天chuntian 春雨chunyu 厨师chushi
出售chushou 词典cidian 瓷器ciqi 次数cishu 磁铁citie 刺猬ciwei 刺绣cixiu 词语ciyu 聪明congming 村庄cunzhuang
大方dafang 大海dahai 袋鼠daishu 带鱼daiyu 打开dakai 大门damen 大米dami 大脑danao 蛋糕dangao 到达daoda
道理daoli 道歉daoqian 稻田daotian 导演daoyan 导游daoyou 大桥daqiao 打扫dasao 大厦dasha 大蒜dasuan 大腿datui
大雾dawu 大象daxiang 大衣dayi 打字dazi 等待dengdai 登高denggao 灯光dengguang 灯会denghui 灯笼denglong
灯泡dengpao 灯塔dengta 凳子dengzi 电车dianche 电池dianchi 电话dianhua 电力dianli 电脑diannao 电视dianshi
电梯dianti 点头diantou 电线dianxian 点心dianxin 电影dianying 店员dianyuan 雕刻diaoke 雕像diaoxiang
钓鱼diaoyu 地板diban 弟弟didi 地点didian 地理dili 钉子dingzi 地球diqiu 地毯ditan 地铁ditie 地图ditu 地址dizhi
笛子dizi 东方dongfang 冬瓜donggua 动画donghua 冬天dongtian 豆腐doufu 豆花douhua 豆浆doujiang 斗笠douli
豆芽douya 锻炼duanlian 端午duanwu 对联duilian 对面duimian 队员duiyuan 队长duizhang 杜鹃dujuan 读者duzhe
肚子duzi 耳朵erduo 二胡erhu 耳环erhuan 耳机erji 儿童ertong 额头etou 鳄鱼eyu 法官faguan 发夹fajia 法律falv
发明faming 帆船fanchuan 饭店fandian 房东fangdong 方法fangfa 放牧fangmu 方向fangxiang 方形fangxing
房子fangzi 返回fanhui 番茄fanqie 翻译fanyi 发现faxian 飞船feichuan 飞机feiji 飞翔feixiang 肥皂feizao
粉笔fenbi 风车fengche 丰富fengfu 凤凰fenghuang 风景fengjing 蜂蜜fengmi 封面fengmian 风扇fengshan
风俗fengsu 枫叶fengye 风筝fengzheng 粉色fense 分享fenxiang 浮标fubiao 符号fuhao 附近fujin 腐乳furu 斧头futou
复杂fuza 改变gaibian 钢笔gangbi 港口gangkou 钢琴gangqin 钢铁gangtie 干净ganjing 橄榄ganlan 感情ganqing
感谢ganxie 干燥ganzao 甘蔗ganzhe 高度gaodu 高粱gaoliang 高楼gaolou 高山gaoshan 高兴gaoxing 高原gaoyuan
胳膊gebo 哥哥gege 歌曲gequ 歌声gesheng 歌手geshou 鸽子gezi 工厂gongchang 宫殿gongdian 公鸡gongji 工具gongju
公路gonglu 公平gongping 工人gongren 工业gongye 公园gongyuan 工资gongzi 工作gongzuo 购买goumai 关闭guanbi
观察guancha 广场guangchang 广告guanggao 光滑guanghua 光线guangxian 冠军guanjun 罐头guantou 关心guanxin
观众guanzhong 瓜子guazi 故宫gugong 姑姑gugu 桂花guihua 桂树guishu 桂圆guiyuan 规则guize 古迹guji 顾客guke
鼓励guli 锅巴guoba 果冻guodong 锅盖guogai 国画guohua 国家guojia 果酱guojiang 国庆guoqing 果仁guoren
果实guoshi 锅贴guotie 果园guoyuan 果汁guozhi 故事gushi 骨头gutou 故乡guxiang 鼓掌guzhang 古筝guzheng
海豹haibao 海带haidai 海岛haidao 海马haima 海鸥haiou 海滩haitan 海棠haitang 海豚haitun 海星haixing
海洋haiyang 孩子haizi 汉服hanfu 航海hanghai 航行hangxing 汉字hanzi 号码haoma 合唱hechang 荷花hehua
黑板heiban 黑色heise 河流heliu 河马hema 核桃hetao 盒子hezi 合作hezuo 红包hongbao 红茶hongcha 红灯hongdeng
红豆hongdou 红色hongse 红烧hongshao 红薯hongshu 红糖hongtang 红枣hongzao 后背houbei 后面houmian
后天houtian 猴子houzi 花瓣huaban 画笔huabi 滑冰huabing 花茶huacha 划船huachuan 花店huadian 花朵huaduo
画画huahua 画家huajia 花椒huajiao 画框huakuang 画眉huamei 黄豆huangdou 黄瓜huanggua 黄河huanghe
黄昏huanghun 黄金huangjin 黄酒huangjiu 黄色huangse 黄莺huangying 黄油huangyou 黄鱼huangyu 环境huanjing
缓慢huanman 欢迎huanying 花瓶huaping 花生huasheng 化石huashi 滑梯huati 化学huaxue 花园huayuan 湖泊hubo
蝴蝶hudie 灰尘huichen 回答huida 灰色huise 回声huisheng 挥手huishou 会议huiyi 会员huiyuan 狐狸huli 葫芦hulu
婚礼hunli 馄饨huntun 火把huoba 伙伴huoban 火柴huochai 火车huoche 活动huodong 火锅huoguo 火箭huojian
火炉huolu 活泼huopo 火腿huotui 货物huowu 火焰huoyan 护士hushi 胡同hutong 呼吸huxi 护照huzhao 价格jiage
肩膀jianbang 煎饼jianbing 检查jiancha 坚持jianchi 简单jiandan 剪刀jiandao 奖杯jiangbei 奖金jiangjin
将军jiangjun 奖牌jiangpai 奖品jiangpin 坚固jiangu 酱油jiangyou 奖状jiangzhuang 健康jiankang 键盘jianpan
减少jianshao 箭头jiantou 建议jianyi 建造jianzao 剪纸jianzhi 毽子jianzi 脚步jiaobu 角度jiaodu 交换jiaohuan
教练jiaolian 郊区jiaoqu 教室jiaoshi 胶水jiaoshui 教堂jiaotang 脚印jiaoyin 教育jiaoyu 脚掌jiaozhang
脚趾jiaozhi 饺子jiaozi 假期jiaqi 驾驶jiashi 家乡jiaxiang 价值jiazhi 机场jichang 鸡蛋jidan 街道jiedao
结果jieguo 姐姐jiejie 节目jiemu 节日jieri 结实jieshi 借书jieshu 戒指jiezhi 节奏jiezou 季风jifeng 计划jihua
机会jihui 记录jilu 纪律jilv 积木jimu 进步jinbu 警察jingcha 经过jingguo 经济jingji 京剧jingju 精神jingshen
经验jingyan 鲸鱼jingyu 镜子jingzi 金色jinse 今天jintian 金鱼jinyu 机票jipiao 机器jiqi 鸡肉jirou 集市jishi
技术jishu 计算jisuan 吉他jita 酒杯jiubei 韭菜jiucai 酒坊jiufang 酒精jiujing 舅舅jiujiu 寄信jixin 继续jixu
记忆jiyi 鲫鱼jiyu 记者jizhe 决定jueding 菊花juhua 聚会juhui 距离juli 居民jumin 骏马junma 军人junren 剧院juyuan
橘子juzi 卡车kache 咖啡kafei 开关kaiguan 开朗kailang 开始kaishi 烤箱kaoxiang 烤鸭kaoya 可爱keai 课本keben
客人keren 客厅keting 科学kexue 空间kongjian 恐龙konglong 空气kongqi 孔雀kongque 空调kongtiao 口袋koudai
口琴kouqin 快乐kuaile 筷子kuaizi 宽度kuandu 矿石kuangshi 宽阔kuankuo 苦瓜kugua 昆曲kunqu 扩大kuoda 裤子kuzi
喇叭laba 辣椒lajiao 拉开lakai 拉链lalian 缆车lanche 栏杆langan 朗读langdu 兰花lanhua 蓝莓lanmei 篮球lanqiu
蓝色lanse 篮子lanzi 老虎laohu 老人laoren 老师laoshi 老鹰laoying 腊肉larou 蜡烛lazhu 雷声leisheng
凉拌liangban 量杯liangbei 凉茶liangcha 凉粉liangfen 凉爽liangshuang 凉席liangxi 莲花lianhua 脸颊lianjia
莲藕lianou 脸盆lianpen 练习lianxi 莲子lianzi 篱笆liba 梨花lihua 礼貌limao 里面limian 黎明liming 领带lingdai
铃铛lingdang 零件lingjian 铃声lingsheng 羚羊lingyang 邻居linju 力气liqi 历史lishi 榴莲liulian 柳树liushu
礼物liwu 理想lixiang 鲤鱼liyu 荔枝lizhi 弄堂longtang 龙王longwang 龙虾longxia 龙舟longzhou 楼梯louti
路灯ludeng 路口lukou 轮船lunchuan 轮胎luntai 轮子lunzi 萝卜luobo 锣鼓luogu 罗盘luopan 螺丝luosi 骆驼luotuo
路牌lupai 露水lushui 芦苇luwei 鲈鱼luyu 绿茶lvcha 绿灯lvdeng 绿豆lvdou 旅馆lvguan 绿色lvse 律师lvshi
旅行lvxing 旅游lvyou 滤纸lvzhi 抹布mabu 马车mache 马灯madeng 麻花mahua 麦片maipian 麦田maitian 马甲majia
麻将majiang 马路malu 妈妈mama 芒果mangguo 馒头mantou 毛笔maobi 毛巾maojin 毛线maoxian 毛衣maoyi 帽子maozi
麻雀maque 码头matou 麻团matuan 马戏maxi 蚂蚁mayi 玫瑰meigui 梅花meihua 美丽meili 眉毛meimao 妹妹meimei
美术meishu 煤炭meitan 美味meiwei 梦想mengxiang 门口menkou 门铃menling 门票menpiao 棉袄mianao 面包mianbao
棉花mianhua 面积mianji 面条miantiao 绵羊mianyang 庙会miaohui 米饭mifan 米粉mifen 蜜蜂mifeng 米酒mijiu
密码mima 明亮mingliang 名胜mingsheng 明天mingtian 名字mingzi 民族minzu 米线mixian 谜语miyu 磨坊mofang
蘑菇mogu 茉莉moli 魔术moshu 墨水moshui 墨鱼moyu 目标mubiao 牧场muchang 牡丹mudan 木耳muer 木瓜mugua
目光muguang 母鸡muji 木匠mujiang 目录mulu 木马muma 牧民mumin 木头mutou 奶酪nailao 奶奶nainai 奶牛nainiu
奶糖naitang 耐心naixin 南方nanfang 南瓜nangua 闹钟naozhong 能源nengyuan 年底niandi 年糕niangao 年画nianhua
年龄nianling 年轻nianqing 鸟鸣niaoming 柠檬ningmeng 泥鳅niqiu 泥土nitu 纽扣niukou 牛郎niulang 牛奶niunai
牛肉niurou 农场nongchang 农民nongmin 农业nongye 暖气nuanqi 努力nuli 糯米nuomi 排球paiqiu 拍照paizhao
攀登pandeng 旁边pangbian 螃蟹pangxie 盘子panzi 跑步paobu 泡菜paocai 泡茶paocha 泡饭paofan 泡沫paomo
爬山pashan 盆地pendi 朋友pengyou 喷泉penquan 瓢虫piaochong 漂亮piaoliang 皮蛋pidan 皮肤pifu 皮革pige
啤酒pijiu 品尝pinchang 频道pindao 平安pingan 屏风pingfeng 苹果pingguo 平静pingjing 屏幕pingmu 平原pingyuan
瓶子pingzi 拼图pintu 拼音pinyin 枇杷pipa 皮球piqiu 皮鞋pixie 瀑布pubu 扑克puke 葡萄putao 普通putong
钱包qianbao 铅笔qianbi 墙壁qiangbi 强壮qiangzhuang 前面qianmian 谦虚qianxu 钳子qianzi 汽车qiche
起床qichuang 茄子qiezi 气候qihou 麒麟qilin 骑马qima 奇妙qimiao 芹菜qincai 青菜qingcai 青草qingcao
清楚qingchu 清明qingming 青年qingnian 轻松qingsong 晴天qingtian 蜻蜓qingting 青铜qingtong 青蛙qingwa
清新qingxin 清蒸qingzheng 勤劳qinlao 亲情qinqing 琴声qinsheng 旗袍qipao 漆器qiqi 气球qiqiu 汽水qishui
秋千qiuqian 秋天qiutian 球鞋qiuxie 蚯蚓qiuyin 球员qiuyuan 气味qiwei 气温qiwen 权利quanli 泉水quanshui
裙子qunzi 曲线quxian 染坊ranfang 热闹renao 人口renkou 认真renzhen 热情reqing 日记riji 日历rili 容易rongyi
柔软rouruan 软件ruanjian 散步sanbu 桑树sangshu 散文sanwen 扫帚saozhou 森林senlin 沙包shabao 沙发shafa
砂锅shaguo 沙漏shalou 沙漠shamo 山茶shancha 闪电shandian 山顶shanding 山洞shandong 商店shangdian
上面shangmian 商品shangpin 商人shangren 山谷shangu 上午shangwu 商业shangye 赏月shangyue 珊瑚shanhu
善良shanliang 山坡shanpo 山羊shanyang 山药shanyao 山楂shanzha 扇子shanzi 烧饼shaobing 烧卖shaomai
少年shaonian 烧水shaoshui 勺子shaozi 沙滩shatan 砂糖shatang 沙子shazi 设备shebei 社会shehui 设计sheji
射箭shejian 省份shengfen 生活shenghuo 生煎shengjian 生姜shengjiang 胜利shengli 生命shengming 生日shengri
生物shengwu 声音shengyin 绳子shengzi 深厚shenhou 神话shenhua 神秘shenmi 婶婶shenshen 身体shenti
神仙shenxian 社区shequ 舌头shetou 士兵shibing 市场shichang 施肥shifei 诗歌shige 试管shiguan 世纪shiji
时间shijian 世界shijie 石榴shiliu 市民shimin 石磨shimo 石桥shiqiao 诗人shiren 石头shitou 食盐shiyan
石油shiyou 柿子shizi 手表shoubiao 首都shoudu 收割shouge 手机shouji 收拾shoushi 守岁shousui 手套shoutao
手腕shouwan 手掌shouzhang 手指shouzhi 手镯shouzhuo 刷牙shuaya 书包shubao 鼠标shubiao 书店shudian 书法shufa
书房shufang 树根shugen 水车shuiche 水滴shuidi 水分shuifen 水壶shuihu 睡觉shuijiao 水井shuijing 水母shuimu
水泥shuini 水牛shuiniu 水桶shuitong 水仙shuixian 睡衣shuiyi 书架shujia 数量shuliang 顺序shunxu 书签shuqian
书生shusheng 叔叔shushu 梳头shutou 书信shuxin 数学shuxue 树叶shuye 树枝shuzhi 书桌shuzhuo 梳子shuzi
丝绸sichou 丝瓜sigua 司机siji 思考sikao 寺庙simiao 思想sixiang 松果songguo 松鼠songshu 松子songzi
酸菜suancai 酸奶suannai 算盘suanpan 速度sudu 隧道suidao 塑料suliao 锁头suotou 缩小suoxiao 台灯taideng
态度taidu 台风taifeng 台阶taijie 台球taiqiu 泰山taishan 抬头taitou 太阳taiyang 塔楼talou 糖果tangguo
汤面tangmian 汤圆tangyuan 弹簧tanhuang 弹琴tanqin 探险tanxian 毯子tanzi 桃花taohua 讨论taolun 陶器taoqi
桃子taozi 踏青taqing 特别tebie 天鹅tiane 甜瓜tiangua 天空tiankong 田螺tianluo 天平tianping 天气tianqi
田野tianye 跳高tiaogao 条件tiaojian 跳棋tiaoqi 跳绳tiaosheng 跳舞tiaowu 跳远tiaoyuan 跳跃tiaoyue 体操ticao
铁锅tieguo 铁环tiehuan 铁匠tiejiang 铁路tielu 提高tigao 体积tiji 停留tingliu 听众tingzhong 亭子tingzi
提琴tiqin 体温tiwen 体育tiyu 梯子tizi 童话tonghua 统计tongji 铜钱tongqian 同事tongshi 同学tongxue
通知tongzhi 头发toufa 团结tuanjie 团圆tuanyuan 土豆tudou 图画tuhua 推开tuikai 拖把tuoba 陀螺tuoluo
拖鞋tuoxie 兔子tuzi 外公waigong 外面waimian 外婆waipo 外滩waitan 外套waitao 完成wancheng 晚饭wanfan
网络wangluo 网球wangqiu 网站wangzhan 晚会wanhui 玩具wanju 晚霞wanxia 弯腰wanyao 瓦片wapian 袜子wazi
味道weidao 微风weifeng 围巾weijin 围棋weiqi 微笑weixiao 卫星weixing 位置weizhi 温度wendu 文化wenhua
文件wenjian 温暖wennuan 温泉wenquan 温柔wenrou 蚊帐wenzhang 蜗牛woniu 卧室woshi 握手woshou 舞蹈wudao
屋顶wuding 午饭wufan 乌龟wugui 物理wuli 舞狮wushi 武术wushu 舞台wutai 梧桐wutong 乌鸦wuya 乌云wuyun 下巴xiaba
侠客xiake 下面xiamian 咸菜xiancai 县城xiancheng 香菜xiangcai 香肠xiangchang 乡村xiangcun 香瓜xianggua
相机xiangji 香蕉xiangjiao 项链xianglian 香炉xianglu 橡皮xiangpi 象棋xiangqi 乡亲xiangqin 相声xiangsheng
橡树xiangshu 香甜xiangtian 香味xiangwei 箱子xiangzi 仙鹤xianhe 校服xiaofu 小狗xiaogou 小鹿xiaolu
小麦xiaomai 小猫xiaomao 小区xiaoqu 笑容xiaorong 笑声xiaosheng 小说xiaoshuo 小溪xiaoxi 小巷xiaoxiang
宵夜xiaoye 校长xiaozhang 小镇xiaozhen 虾仁xiaren 夏天xiatian 下午xiawu 狭窄xiazhai 写作xiezuo 稀饭xifan
西方xifang 膝盖xigai 西瓜xigua 习惯xiguan 西湖xihu 戏剧xiju 洗脸xilian 信封xinfeng 幸福xingfu 性格xingge
星光xingguang 杏花xinghua 行李xingli 姓名xingming 星期xingqi 杏仁xingren 星星xingxing 形状xingzhuang
犀牛xiniu 心情xinqing 信任xinren 新闻xinwen 新鲜xinxian 信心xinxin 心意xinyi 信用xinyong 心脏xinzang
胸口xiongkou 熊猫xiongmao 胸针xiongzhen 喜鹊xique 蟋蟀xishuai 修理xiuli 休息xiuxi 希望xiwang 细心xixin
蜥蜴xiyi 洗澡xizao 旋律xuanlv 选手xuanshou 选择xuanze 雪花xuehua 雪橇xueqiao 雪球xueqiu 雪人xueren
雪山xueshan 学生xuesheng 学习xuexi 学校xuexiao 血液xueye 靴子xuezi 训练xunlian 迅速xunsu 熏鱼xunyu
寻找xunzhao 牙齿yachi 鸭蛋yadan 牙膏yagao 烟囱yancong 洋葱yangcong 阳光yangguang 杨梅yangmei 氧气yangqi
羊肉yangrou 杨树yangshu 阳台yangtai 养鱼yangyu 烟花yanhua 眼睛yanjing 研究yanjiu 眼泪yanlei 颜料yanliao
燕麦yanmai 颜色yanse 岩石yanshi 烟雾yanwu 演员yanyuan 燕子yanzi 腰部yaobu 腰带yaodai 药店yaodian 邀请yaoqing
钥匙yaoshi 牙刷yashua 鸭子yazi 夜晚yewan 爷爷yeye 椰子yezi 衣柜yigui 意见yijian 银耳yiner 婴儿yinger
樱桃yingtao 鹦鹉yingwu 英雄yingxiong 英语yingyu 影院yingyuan 影子yingzi 银行yinhang 银河yinhe 银色yinse
阴天yintian 音箱yinxiang 银杏yinxing 音乐yinyue 印章yinzhang 医生yisheng 仪式yishi 艺术yishu 义务yiwu
医院yiyuan 椅子yizi 拥抱yongbao 勇敢yonggan 右边youbian 邮差youchai 油灯youdeng 油坊youfang 友好youhao
油画youhua 邮件youjian 邮局youju 游览youlan 幽默youmo 邮票youpiao 油漆youqi 有趣youqu 油条youtiao 游戏youxi
友谊youyi 游泳youyong 元旦yuandan 远方yuanfang 圆规yuangui 原谅yuanliang 愿望yuanwang 元宵yuanxiao
圆形yuanxing 鸳鸯yuanyang 原因yuanyin 院子yuanzi 渔场yuchang 渔船yuchuan 月饼yuebing 约定yueding 阅读yuedu
乐队yuedui 月份yuefen 月光yueguang 月季yueji 越剧yueju 月亮yueliang 预防yufang 鱼竿yugan 鱼钩yugou 玉兰yulan
玉米yumi 渔民yumin 云彩yuncai 云雀yunque 运输yunshu 玉器yuqi 雨伞yusan 雨声yusheng 浴室yushi 雨天yutian
芋头yutou 玉兔yutu 鱼丸yuwan 渔网yuwang 语文yuwen 寓言yuyan 雨衣yuyi 杂技zaji 早晨zaochen 早饭zaofan 杂志zazhi
增加zengjia 责任zeren 榨菜zhacai 掌声zhangsheng 章鱼zhangyu 展览zhanlan 照顾zhaogu 照片zhaopian
招手zhaoshou 朝霞zhaoxia 蒸饺zhengjiao 整理zhengli 蒸笼zhenglong 整齐zhengqi 珍贵zhengui 诊所zhensuo
枕头zhentou 针线zhenxian 珍珠zhenzhu 织布zhibu 支持zhichi 指甲zhijia 质量zhiliang 知了zhiliao 芝麻zhima
织女zhinv 知识zhishi 直线zhixian 秩序zhixu 职业zhiye 纸张zhizhang 蜘蛛zhizhu 制作zhizuo 钟表zhongbiao
中间zhongjian 重量zhongliang 中秋zhongqiu 钟声zhongsheng 种树zhongshu 中午zhongwu 重要zhongyao
种子zhongzi 周末zhoumo 装饰zhuangshi 转身zhuanshen 砖头zhuantou 祝福zhufu 竹竿zhugan 祝贺zhuhe 竹篮zhulan
著名zhuming 准备zhunbei 准确zhunque 准时zhunshi 桌子zhuozi 主人zhuren 竹笋zhusun 烛台zhutai 煮汤zhutang
竹子zhuzi 紫菜zicai 字典zidian 字母zimu 紫色zise 滋味ziwei 仔细zixi 自由ziyou 资源ziyuan 棕色zongse 粽子zongzi
走廊zoulang 钻石zuanshi 嘴巴zuiba 左边zuobian 做饭zuofan 作家zuojia 做梦zuomeng 昨天zuotian 座位zuowei
作业zuoye 足球zuqiu 祖先zuxian
`;

export interface PhraseWord {
  readonly word: string;
  /** As typed on a keyboard: no tones, ü as v. */
  readonly pinyin: string;
}

export const phraseWords: readonly PhraseWord[] = list
  .trim()
  .split(/\s+/u)
  .map((entry) => ({ word: entry.slice(0, 2), pinyin: entry.slice(2) }));
