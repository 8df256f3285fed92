// Generated from data/vn by tools/compile_facts.cpp: change the TOML files, then
//   compile_facts data/vn > include/thoihan/vn/facts.hpp
// A test compares the two. Facts only: days are worked out from them by holidays.hpp.
// clang-format off
#ifndef THOIHAN_VN_FACTS_HPP
#define THOIHAN_VN_FACTS_HPP

#include <array>

#include "thoihan/civil.hpp"
#include "thoihan/holiday_facts.hpp"
#include "thoihan/source.hpp"
#include "thoihan/week.hpp"

namespace thoihan::vn {

inline constexpr std::array<source, 47> sources{{
    {"vn/blld-1994", "BLLĐ 1994",
     "Bộ luật Lao động ngày 23/6/1994, có hiệu lực từ 1/1/1995",
     "Labour Code of 23 June 1994, in force from 1 January 1995",
     day_from({1994, 6, 23}), precision::exact, confidence::quoted,
     "Date: preambles of QĐ 188/1999/QĐ-TTg and Luật 84/2007/QH11. Art. 73: as repeated, with one day added, in Luật 84/2007/QH11. Art. 72 (weekly rest) was not read: that offices worked on Saturday before October 1999 follows from QĐ 188/1999/QĐ-TTg, which made it a day of rest."},  // 0
    {"vn/blld-1994#72", "BLLĐ 1994 Điều 72",
     "Bộ luật Lao động ngày 23/6/1994, có hiệu lực từ 1/1/1995",
     "Labour Code of 23 June 1994, in force from 1 January 1995",
     day_from({1994, 6, 23}), precision::exact, confidence::quoted,
     "Date: preambles of QĐ 188/1999/QĐ-TTg and Luật 84/2007/QH11. Art. 73: as repeated, with one day added, in Luật 84/2007/QH11. Art. 72 (weekly rest) was not read: that offices worked on Saturday before October 1999 follows from QĐ 188/1999/QĐ-TTg, which made it a day of rest."},  // 1
    {"vn/blld-1994#73", "BLLĐ 1994 Điều 73",
     "Bộ luật Lao động ngày 23/6/1994, có hiệu lực từ 1/1/1995",
     "Labour Code of 23 June 1994, in force from 1 January 1995",
     day_from({1994, 6, 23}), precision::exact, confidence::quoted,
     "Date: preambles of QĐ 188/1999/QĐ-TTg and Luật 84/2007/QH11. Art. 73: as repeated, with one day added, in Luật 84/2007/QH11. Art. 72 (weekly rest) was not read: that offices worked on Saturday before October 1999 follows from QĐ 188/1999/QĐ-TTg, which made it a day of rest."},  // 2
    {"vn/qd-188-1999", "188/1999/QĐ-TTg",
     "Quyết định của Thủ tướng Chính phủ về thực hiện chế độ tuần làm việc 40 giờ",
     "Decision of the Prime Minister on the working week of 40 hours",
     day_from({1999, 9, 17}), precision::exact, confidence::read,
     "vbpl.vn (ItemID=843), hethongphapluat.com, luatvietnam.vn. Applied from 2/10/1999: the article that says so was not in the excerpts read."},  // 3
    {"vn/qd-188-1999#1", "188/1999/QĐ-TTg Điều 1",
     "Quyết định của Thủ tướng Chính phủ về thực hiện chế độ tuần làm việc 40 giờ",
     "Decision of the Prime Minister on the working week of 40 hours",
     day_from({1999, 9, 17}), precision::exact, confidence::read,
     "vbpl.vn (ItemID=843), hethongphapluat.com, luatvietnam.vn. Applied from 2/10/1999: the article that says so was not in the excerpts read."},  // 4
    {"vn/luat-84-2007", "Luật 84/2007/QH11",
     "Luật sửa đổi, bổ sung Điều 73 của Bộ luật Lao động",
     "Law amending article 73 of the Labour Code",
     day_from({2007, 4, 11}), precision::not_later_than, confidence::read,
     "Full text: antlawyers.vn, mplaw.vn. Passed on 2/4/2007, in force from its promulgation (art. 2), whose day the text does not give: provincial notices have 11/4/2007. First used on 26/4/2007 either way."},  // 5
    {"vn/luat-84-2007#1", "Luật 84/2007/QH11 Điều 1",
     "Luật sửa đổi, bổ sung Điều 73 của Bộ luật Lao động",
     "Law amending article 73 of the Labour Code",
     day_from({2007, 4, 11}), precision::not_later_than, confidence::read,
     "Full text: antlawyers.vn, mplaw.vn. Passed on 2/4/2007, in force from its promulgation (art. 2), whose day the text does not give: provincial notices have 11/4/2007. First used on 26/4/2007 either way."},  // 6
    {"vn/blld-2012", "BLLĐ 10/2012/QH13",
     "Bộ luật Lao động, có hiệu lực từ 1/5/2013",
     "Labour Code, in force from 1 May 2013",
     day_from({2012, 6, 18}), precision::exact, confidence::unverified,
     "Art. 115 was read (vneconomictimes.com; NĐ 45/2013/NĐ-CP art. 8 at lawnet.vn, greatcareerlife.com). Its day of adoption, 18/6/2012, is general knowledge and was not checked."},  // 7
    {"vn/blld-2012#115", "BLLĐ 10/2012/QH13 Điều 115",
     "Bộ luật Lao động, có hiệu lực từ 1/5/2013",
     "Labour Code, in force from 1 May 2013",
     day_from({2012, 6, 18}), precision::exact, confidence::unverified,
     "Art. 115 was read (vneconomictimes.com; NĐ 45/2013/NĐ-CP art. 8 at lawnet.vn, greatcareerlife.com). Its day of adoption, 18/6/2012, is general knowledge and was not checked."},  // 8
    {"vn/blld-2012#115-3", "BLLĐ 10/2012/QH13 Điều 115 khoản 3",
     "Bộ luật Lao động, có hiệu lực từ 1/5/2013",
     "Labour Code, in force from 1 May 2013",
     day_from({2012, 6, 18}), precision::exact, confidence::unverified,
     "Art. 115 was read (vneconomictimes.com; NĐ 45/2013/NĐ-CP art. 8 at lawnet.vn, greatcareerlife.com). Its day of adoption, 18/6/2012, is general knowledge and was not checked."},  // 9
    {"vn/blld-2019", "BLLĐ 45/2019/QH14",
     "Bộ luật Lao động, có hiệu lực từ 1/1/2021",
     "Labour Code, in force from 1 January 2021",
     day_from({2019, 11, 20}), precision::exact, confidence::read,
     "Day of adoption: boluatlaodong2019.molisa.gov.vn. Art. 111(3), 112(1), 112(3), 220(1): as quoted by those who read the text; art. 112(3) also at vietlawonline.com."},  // 10
    {"vn/blld-2019#111-3", "BLLĐ 45/2019/QH14 Điều 111 khoản 3",
     "Bộ luật Lao động, có hiệu lực từ 1/1/2021",
     "Labour Code, in force from 1 January 2021",
     day_from({2019, 11, 20}), precision::exact, confidence::read,
     "Day of adoption: boluatlaodong2019.molisa.gov.vn. Art. 111(3), 112(1), 112(3), 220(1): as quoted by those who read the text; art. 112(3) also at vietlawonline.com."},  // 11
    {"vn/blld-2019#112", "BLLĐ 45/2019/QH14 Điều 112",
     "Bộ luật Lao động, có hiệu lực từ 1/1/2021",
     "Labour Code, in force from 1 January 2021",
     day_from({2019, 11, 20}), precision::exact, confidence::read,
     "Day of adoption: boluatlaodong2019.molisa.gov.vn. Art. 111(3), 112(1), 112(3), 220(1): as quoted by those who read the text; art. 112(3) also at vietlawonline.com."},  // 12
    {"vn/nq-28-2026", "Nghị quyết 28/2026/QH16",
     "Nghị quyết của Quốc hội về phát triển văn hóa Việt Nam, có hiệu lực từ 1/7/2026",
     "Resolution of the National Assembly on developing Vietnamese culture, in force from 1 July 2026",
     day_from({2026, 4, 24}), precision::exact, confidence::quoted,
     "Art. 2 as quoted alike by ten or more who cite baochinhphu.vn, xaydungchinhsach.chinhphu.vn and vanban.chinhphu.vn (docid=218008); the text itself was not read."},  // 13
    {"vn/nq-28-2026#2", "Nghị quyết 28/2026/QH16 Điều 2",
     "Nghị quyết của Quốc hội về phát triển văn hóa Việt Nam, có hiệu lực từ 1/7/2026",
     "Resolution of the National Assembly on developing Vietnamese culture, in force from 1 July 2026",
     day_from({2026, 4, 24}), precision::exact, confidence::quoted,
     "Art. 2 as quoted alike by ten or more who cite baochinhphu.vn, xaydungchinhsach.chinhphu.vn and vanban.chinhphu.vn (docid=218008); the text itself was not read."},  // 14
    {"vn/ttr-89-2014", "89/TTr-LĐTBXH",
     "Tờ trình về việc nghỉ Tết Âm lịch và hoán đổi ngày nghỉ hằng tuần vào dịp nghỉ lễ năm 2015",
     "Submission on Tet and on swaps of weekly rest days in 2015",
     day_from({2014, 11, 20}), precision::exact, confidence::read,
     "vbpl.freshdesk.com. A proposal, not a notice. It says that the Prime Minister has agreed to swaps «từ năm 2010 đến nay» and that the number of working days does not change."},  // 15
    {"vn/ttg-tet-2010", "TTg đồng ý 02/2010 (số văn bản chưa rõ)",
     "Ý kiến của Thủ tướng Chính phủ về hoán đổi ngày nghỉ dịp Tết Canh Dần",
     "Consent of the Prime Minister to a swap at Tet 2010",
     day_from({2010, 2, 6}), precision::not_later_than, confidence::read,
     "hanoimoi.vn of 06/02/2010 reports it: off Fri 19/2, worked Sat 27/2. Number and day not found."},  // 16
    {"vn/cv-5971-2010", "5971/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về hoán đổi ngày nghỉ dịp Quốc khánh 2010",
     "Dispatch of the Government Office on a swap at National Day 2010",
     day_from({2010, 8, 25}), precision::not_later_than, confidence::read,
     "giaoduc.edu.vn (VGP) of 27/8/2010. Its day was not found; the ministry's notice of 25/8/2010 passes it on."},  // 17
    {"vn/tb-2010-08-25", "TB Bộ LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Quốc khánh 2010",
     "Notice of the Ministry of Labour on National Day 2010",
     day_from({2010, 8, 25}), precision::exact, confidence::read,
     "giaoduc.edu.vn (VGP) of 27/8/2010: off Fri 3/9, worked Sat 11/9. Number not found."},  // 18
    {"vn/cv-9529-2010", "9529/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết và hoán đổi ngày nghỉ năm 2011",
     "Dispatch of the Government Office on Tet and swaps in 2011",
     day_from({2010, 12, 31}), precision::exact, confidence::read,
     "baotayninh.vn of 07/01/2011, baolangson.vn. One of the days worked, 30/1/2011, is a Sunday."},  // 19
    {"vn/tb-2011-01-07", "TB Bộ LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ lễ, Tết năm 2011",
     "Notice of the Ministry of Labour on the holidays of 2011",
     day_from({2011, 1, 7}), precision::exact, confidence::read,
     "baotayninh.vn of 07/01/2011. Number not found."},  // 20
    {"vn/ttg-tet-2012", "TTg đồng ý 27/12/2011 (số văn bản chưa rõ)",
     "Ý kiến của Thủ tướng Chính phủ về hoán đổi ngày nghỉ dịp Tết Nhâm Thìn",
     "Consent of the Prime Minister to a swap at Tet 2012",
     day_from({2011, 12, 27}), precision::not_later_than, confidence::read,
     "baobinhdinh.vn (chinhphu.vn): 21-29/1, off Fri 27/1, worked Sat 4/2. Known by way of the report of 27/12/2011; the instrument and its number were not found."},  // 21
    {"vn/cv-9570-2012", "9570/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về hoán đổi ngày nghỉ dịp lễ, Tết năm 2013",
     "Dispatch of the Government Office on swaps in 2013",
     day_from({2012, 11, 23}), precision::exact, confidence::read,
     "Full text: en.luathado.com; baothainguyen.vn, tienphong.vn. On submission 72/TTr-LĐTBXH of 8/11/2012."},  // 22
    {"vn/cv-10525-2013", "10525/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết và hoán đổi ngày nghỉ năm 2014",
     "Dispatch of the Government Office on Tet and swaps in 2014",
     day_from({2013, 12, 12}), precision::exact, confidence::read,
     "english.luatvietnam.vn, baonghean.vn, laodong.com.vn: Tet 28/1-5/2. Which five of these days are the statute's (30/1-3/2) follows from 1 + 4; it is not said."},  // 23
    {"vn/tb-2014-12", "TB Bộ LĐTBXH 12/2014 (số chưa rõ)",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ lễ, Tết năm 2015",
     "Notice of the Ministry of Labour on the holidays of 2015",
     day_from({2014, 12, 26}), precision::not_later_than, confidence::read,
     "xahoi.com.vn quoting the notice, cand.com.vn, 24h.com.vn. Number and day not found. December 2014, after 89/TTr-LĐTBXH of 20/11/2014, and before Sat 27/12/2014, which it makes a working day: so the day before that at the latest."},  // 24
    {"vn/tb-4659-2015", "4659/TB-LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ lễ, Tết năm 2016",
     "Notice of the Ministry of Labour on the holidays of 2016",
     day_from({2015, 11, 13}), precision::exact, confidence::read,
     "ngaynay.vn, kienthuc.net. No swap all year."},  // 25
    {"vn/cv-9794-2016", "9794/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ lễ, Tết năm 2017",
     "Dispatch of the Government Office on the holidays of 2017",
     day_from({2016, 11, 14}), precision::exact, confidence::read,
     "tintuc.thuvienphapluat.com, bnews.vn. No swap."},  // 26
    {"vn/tb-2016-11-24", "TB Bộ LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ lễ, Tết năm 2017",
     "Notice of the Ministry of Labour on the holidays of 2017",
     day_from({2016, 11, 24}), precision::exact, confidence::read,
     "bnews.vn. Number not found."},  // 27
    {"vn/tb-573-2017", "573/TB-VPCP",
     "Thông báo của Văn phòng Chính phủ về nghỉ lễ, Tết năm 2018",
     "Notice of the Government Office on the holidays of 2018",
     day_from({2017, 12, 14}), precision::exact, confidence::read,
     "lawnet.vn, e.vnexpress.net."},  // 28
    {"vn/cv-6519-2018", "6519/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết và hoán đổi ngày nghỉ năm 2019",
     "Dispatch of the Government Office on Tet and swaps in 2019",
     day_from({2018, 7, 11}), precision::exact, confidence::read,
     "thuvienphapluat.vn, baonghean.vn."},  // 29
    {"vn/tb-3238-2018", "3238/TB-LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ lễ, Tết năm 2019",
     "Notice of the Ministry of Labour on the holidays of 2019",
     day_from({2018, 12, 28}), precision::not_later_than, confidence::read,
     "thuvienphapluat.vn, baonghean.vn. Its day was not found: at the latest the last working day before Mon 31/12/2018, which it gives off."},  // 30
    {"vn/tb-4544-2019", "4544/TB-LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ lễ, Tết năm 2020",
     "Notice of the Ministry of Labour on the holidays of 2020",
     day_from({2019, 10, 25}), precision::exact, confidence::read,
     "lawnet.vn, vneconomictimes.com."},  // 31
    {"vn/tb-4875-2020", "4875/TB-LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và Quốc khánh năm 2021",
     "Notice of the Ministry of Labour on Tet and National Day 2021",
     day_from({2020, 12, 31}), precision::not_later_than, confidence::read,
     "khoahocdoisong.vn, number and content; days also at hanoimoi.vn, sggpnews, dantri. Its day was not found: the ministry counts its papers anew each year and had come no further than 119 by mid-January (2022), so 4875 is of 2020."},  // 32
    {"vn/cv-245-2022", "245/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết Nguyên đán và Quốc khánh năm 2022",
     "Dispatch of the Government Office on Tet and National Day 2022",
     day_from({2022, 1, 11}), precision::exact, confidence::read,
     "Full text: luatvietnam.vn, english.luatvietnam.vn; vntrip.vn."},  // 33
    {"vn/tb-119-2022", "119/TB-LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và Quốc khánh năm 2022",
     "Notice of the Ministry of Labour on Tet and National Day 2022",
     day_from({2022, 1, 28}), precision::not_later_than, confidence::read,
     "vietlawonline.com. Its day was not found: after 245/VPCP-KGVX, which orders it, and at the latest the last working day before Tet."},  // 34
    {"vn/cv-8056-2022", "8056/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết Âm lịch và Quốc khánh năm 2023",
     "Dispatch of the Government Office on Tet and National Day 2023",
     day_from({2022, 12, 1}), precision::exact, confidence::read,
     "Full text: record.vn; truyenhinhnghean.vn, langngheviet.com.vn, thanhnien.vn."},  // 35
    {"vn/tb-5034-2022", "5034/TB-LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và Quốc khánh năm 2023",
     "Notice of the Ministry of Labour on Tet and National Day 2023",
     day_from({2022, 12, 31}), precision::not_later_than, confidence::quoted,
     "Number as others cite it, text not read. Its day was not found: after 8056/VPCP-KGVX, which orders it; a number above 5000 is of the end of a year."},  // 36
    {"vn/cv-8662-2023", "8662/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết Âm lịch và Quốc khánh năm 2024",
     "Dispatch of the Government Office on Tet and National Day 2024",
     day_from({2023, 11, 3}), precision::exact, confidence::read,
     "huyendakha.kontum.gov.vn, kkt-kontum.com."},  // 37
    {"vn/tb-5015-2023", "5015/TB-LĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết Âm lịch và Quốc khánh năm 2024",
     "Notice of the Ministry of Labour on Tet and National Day 2024",
     day_from({2023, 11, 22}), precision::exact, confidence::read,
     "huyendakha.kontum.gov.vn, kkt-kontum.com."},  // 38
    {"vn/cv-2450-2024", "2450/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về hoán đổi ngày làm việc dịp 30/4 và 1/5 năm 2024",
     "Dispatch of the Government Office on a swap at 30 April and 1 May 2024",
     day_from({2024, 4, 12}), precision::exact, confidence::read,
     "baotintuc.vn of 12/4/2024. On proposal 1511/BLĐTBXH-CATLĐ of 11/4/2024 (hieuluat.vn)."},  // 39
    {"vn/tb-1570-2024", "1570/TB-BLĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về hoán đổi ngày làm việc dịp 30/4 và 1/5 năm 2024",
     "Notice of the Ministry of Labour on a swap at 30 April and 1 May 2024",
     day_from({2024, 4, 26}), precision::not_later_than, confidence::quoted,
     "Number as others cite it, also as TB-LĐTBXH; text not read. Its day was not found: after 2450/VPCP-KGVX, and at the latest the last working day before Mon 29/4/2024, which it gives off."},  // 40
    {"vn/cv-8726-2024", "8726/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết Âm lịch và một số dịp nghỉ lễ năm 2025",
     "Dispatch of the Government Office on Tet and other holidays of 2025",
     day_from({2024, 11, 26}), precision::exact, confidence::read,
     "quangngai.gov.vn, en.baochinhphu.vn, pld.net.vn."},  // 41
    {"vn/tb-6150-2024", "6150/TB-BLĐTBXH",
     "Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ lễ, Tết năm 2025",
     "Notice of the Ministry of Labour on the holidays of 2025",
     day_from({2024, 12, 3}), precision::exact, confidence::read,
     "quangngai.gov.vn, baogialai.com.vn. Also cited as TB-LĐTBXH."},  // 42
    {"vn/cv-9859-2025", "9859/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết Âm lịch và Quốc khánh năm 2026",
     "Dispatch of the Government Office on Tet and National Day 2026",
     day_from({2025, 10, 13}), precision::exact, confidence::read,
     "tienphong.vn of 13/10/2025, thanhnien.vn of 23/2/2026. That Sat 22/8/2026 is worked for Mon 31/8: as quoted by others. No swap at 30/4/2026: 3383/BNV-CVL, as quoted by others."},  // 43
    {"vn/tb-9441-2025", "9441/TB-BNV",
     "Thông báo của Bộ Nội vụ về nghỉ Tết Âm lịch và Quốc khánh năm 2026",
     "Notice of the Ministry of Home Affairs on Tet and National Day 2026",
     day_from({2025, 10, 31}), precision::not_later_than, confidence::read,
     "thanhnien.vn of 23/2/2026. October 2025; the day was not found, so the end of that month."},  // 44
    {"vn/cv-12729-2025", "12729/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về hoán đổi ngày làm việc dịp Tết Dương lịch 2026",
     "Dispatch of the Government Office on a swap at New Year 2026",
     day_from({2025, 12, 25}), precision::exact, confidence::read,
     "24h.com.vn of 26/12/2025. One week before the day that it gives off."},  // 45
    {"vn/cv-10065-2026", "10065/VPCP-KGVX",
     "Công văn của Văn phòng Chính phủ về nghỉ Tết Âm lịch và Quốc khánh năm 2027",
     "Dispatch of the Government Office on Tet and National Day 2027",
     day_from({2026, 10, 2}), precision::exact, confidence::quoted,
     "Cited alike by five independent projects, one of which says that it read the text: Tet 4-10/2/2027 (which five of these days are the statute's, 4-8/2, follows from 2 + 3), National Day 2-5/9/2027. It also fixes «Ngày Văn hóa Việt Nam năm 2026: nghỉ 1 ngày», so the swap of 23/11 for 28/11/2026 that had been proposed is not made. To be read at vanban.chinhphu.vn before a release."},  // 46
}};

inline constexpr std::array<dated_week, 2> weeks{{
    {day_from({1995, 1, 1}), {0b0111111}, 1},  // 0
    {day_from({1999, 10, 2}), {0b0011111}, 4},  // 1
}};

inline constexpr std::array<holiday_rule, 24> holidays{{
    {"new-year", "Tết Dương lịch", "Tết Dương lịch", "Tết Dương lịch",
     "New Year's Day", "New Year's Day", "New Year's Day",
     {anchor_kind::solar, 1, 1, weekday::monday}, day_from({1995, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 2, 2},  // 0
    {"tet", "Tết Âm lịch (mùng {day} tháng Giêng)", "Tết Âm lịch ({day} tháng Chạp)", "Tết Âm lịch (mùng {day} tháng Giêng)",
     "Tet (day {day} of lunar month 1)", "Tet (day {day} of lunar month 12)", "Tet (day {day} of lunar month 1)",
     {anchor_kind::vietnamese_lunar, 1, 1, weekday::monday}, day_from({1995, 1, 1}), open_end,
     {{{1, 2}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 2, 2},  // 1
    {"victory", "Ngày Chiến thắng", "Ngày Chiến thắng", "Ngày Chiến thắng",
     "Reunification Day", "Reunification Day", "Reunification Day",
     {anchor_kind::solar, 4, 30, weekday::monday}, day_from({1995, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 2, 2},  // 2
    {"labour", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động",
     "International Labour Day", "International Labour Day", "International Labour Day",
     {anchor_kind::solar, 5, 1, weekday::monday}, day_from({1995, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 2, 2},  // 3
    {"national", "Quốc khánh", "Quốc khánh (ngày liền kề)", "Quốc khánh (ngày liền kề)",
     "National Day", "National Day (adjacent day)", "National Day (adjacent day)",
     {anchor_kind::solar, 9, 2, weekday::monday}, day_from({1995, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 2, 2},  // 4
    {"new-year", "Tết Dương lịch", "Tết Dương lịch", "Tết Dương lịch",
     "New Year's Day", "New Year's Day", "New Year's Day",
     {anchor_kind::solar, 1, 1, weekday::monday}, day_from({2007, 4, 11}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 6, 6},  // 5
    {"tet", "Tết Âm lịch (mùng {day} tháng Giêng)", "Tết Âm lịch ({day} tháng Chạp)", "Tết Âm lịch (mùng {day} tháng Giêng)",
     "Tet (day {day} of lunar month 1)", "Tet (day {day} of lunar month 12)", "Tet (day {day} of lunar month 1)",
     {anchor_kind::vietnamese_lunar, 1, 1, weekday::monday}, day_from({2007, 4, 11}), open_end,
     {{{1, 2}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 6, 6},  // 6
    {"hung-kings", "Giỗ Tổ Hùng Vương", "Giỗ Tổ Hùng Vương", "Giỗ Tổ Hùng Vương",
     "Hung Kings' Commemoration Day", "Hung Kings' Commemoration Day", "Hung Kings' Commemoration Day",
     {anchor_kind::vietnamese_lunar, 3, 10, weekday::monday}, day_from({2007, 4, 11}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 6, 6},  // 7
    {"victory", "Ngày Chiến thắng", "Ngày Chiến thắng", "Ngày Chiến thắng",
     "Reunification Day", "Reunification Day", "Reunification Day",
     {anchor_kind::solar, 4, 30, weekday::monday}, day_from({2007, 4, 11}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 6, 6},  // 8
    {"labour", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động",
     "International Labour Day", "International Labour Day", "International Labour Day",
     {anchor_kind::solar, 5, 1, weekday::monday}, day_from({2007, 4, 11}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 6, 6},  // 9
    {"national", "Quốc khánh", "Quốc khánh (ngày liền kề)", "Quốc khánh (ngày liền kề)",
     "National Day", "National Day (adjacent day)", "National Day (adjacent day)",
     {anchor_kind::solar, 9, 2, weekday::monday}, day_from({2007, 4, 11}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 6, 6},  // 10
    {"new-year", "Tết Dương lịch", "Tết Dương lịch", "Tết Dương lịch",
     "New Year's Day", "New Year's Day", "New Year's Day",
     {anchor_kind::solar, 1, 1, weekday::monday}, day_from({2013, 5, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 8, 9},  // 11
    {"tet", "Tết Âm lịch (mùng {day} tháng Giêng)", "Tết Âm lịch ({day} tháng Chạp)", "Tết Âm lịch (mùng {day} tháng Giêng)",
     "Tet (day {day} of lunar month 1)", "Tet (day {day} of lunar month 12)", "Tet (day {day} of lunar month 1)",
     {anchor_kind::vietnamese_lunar, 1, 1, weekday::monday}, day_from({2013, 5, 1}), open_end,
     {{{1, 3}, {2, 2}}}, 2, {0, 0, 1, 1, 1, 1, 1}, true, 8, 9},  // 12
    {"hung-kings", "Giỗ Tổ Hùng Vương", "Giỗ Tổ Hùng Vương", "Giỗ Tổ Hùng Vương",
     "Hung Kings' Commemoration Day", "Hung Kings' Commemoration Day", "Hung Kings' Commemoration Day",
     {anchor_kind::vietnamese_lunar, 3, 10, weekday::monday}, day_from({2013, 5, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 8, 9},  // 13
    {"victory", "Ngày Chiến thắng", "Ngày Chiến thắng", "Ngày Chiến thắng",
     "Reunification Day", "Reunification Day", "Reunification Day",
     {anchor_kind::solar, 4, 30, weekday::monday}, day_from({2013, 5, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 8, 9},  // 14
    {"labour", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động",
     "International Labour Day", "International Labour Day", "International Labour Day",
     {anchor_kind::solar, 5, 1, weekday::monday}, day_from({2013, 5, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 8, 9},  // 15
    {"national", "Quốc khánh", "Quốc khánh (ngày liền kề)", "Quốc khánh (ngày liền kề)",
     "National Day", "National Day (adjacent day)", "National Day (adjacent day)",
     {anchor_kind::solar, 9, 2, weekday::monday}, day_from({2013, 5, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 8, 9},  // 16
    {"new-year", "Tết Dương lịch", "Tết Dương lịch", "Tết Dương lịch",
     "New Year's Day", "New Year's Day", "New Year's Day",
     {anchor_kind::solar, 1, 1, weekday::monday}, day_from({2021, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 12, 11},  // 17
    {"tet", "Tết Âm lịch (mùng {day} tháng Giêng)", "Tết Âm lịch ({day} tháng Chạp)", "Tết Âm lịch (mùng {day} tháng Giêng)",
     "Tet (day {day} of lunar month 1)", "Tet (day {day} of lunar month 12)", "Tet (day {day} of lunar month 1)",
     {anchor_kind::vietnamese_lunar, 1, 1, weekday::monday}, day_from({2021, 1, 1}), open_end,
     {{{1, 3}, {2, 2}}}, 2, {0, 0, 1, 1, 1, 1, 1}, true, 12, 11},  // 18
    {"hung-kings", "Giỗ Tổ Hùng Vương", "Giỗ Tổ Hùng Vương", "Giỗ Tổ Hùng Vương",
     "Hung Kings' Commemoration Day", "Hung Kings' Commemoration Day", "Hung Kings' Commemoration Day",
     {anchor_kind::vietnamese_lunar, 3, 10, weekday::monday}, day_from({2021, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 12, 11},  // 19
    {"victory", "Ngày Chiến thắng", "Ngày Chiến thắng", "Ngày Chiến thắng",
     "Reunification Day", "Reunification Day", "Reunification Day",
     {anchor_kind::solar, 4, 30, weekday::monday}, day_from({2021, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 12, 11},  // 20
    {"labour", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động", "Ngày Quốc tế lao động",
     "International Labour Day", "International Labour Day", "International Labour Day",
     {anchor_kind::solar, 5, 1, weekday::monday}, day_from({2021, 1, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, true, 12, 11},  // 21
    {"national", "Quốc khánh", "Quốc khánh (ngày liền kề)", "Quốc khánh (ngày liền kề)",
     "National Day", "National Day (adjacent day)", "National Day (adjacent day)",
     {anchor_kind::solar, 9, 2, weekday::monday}, day_from({2021, 1, 1}), open_end,
     {{{1, 0}, {0, 1}}}, 2, {1, 0, 0, 1, 0, 0, 0}, true, 12, 11},  // 22
    {"culture", "Ngày Văn hóa Việt Nam", "Ngày Văn hóa Việt Nam", "Ngày Văn hóa Việt Nam",
     "Vietnamese Culture Day", "Vietnamese Culture Day", "Vietnamese Culture Day",
     {anchor_kind::solar, 11, 24, weekday::monday}, day_from({2026, 7, 1}), open_end,
     {{{0, 0}, {0, 0}}}, 1, {0, 0, 0, 0, 0, 0, 0}, false, 14, 11},  // 23
}};

inline constexpr std::array<announcement, 21> announcements{{
    {"vn/2010-tet", 2010, day_from({2010, 2, 6}), precision::not_later_than, {16, no_fact, no_fact}},  // 0
    {"vn/2010-national", 0, day_from({2010, 8, 25}), precision::not_later_than, {17, 18, no_fact}},  // 1
    {"vn/2011", 2011, day_from({2010, 12, 31}), precision::exact, {19, 20, no_fact}},  // 2
    {"vn/2012", 2012, day_from({2011, 12, 27}), precision::not_later_than, {21, no_fact, no_fact}},  // 3
    {"vn/2013", 2013, day_from({2012, 11, 23}), precision::exact, {22, no_fact, no_fact}},  // 4
    {"vn/2014", 2014, day_from({2013, 12, 12}), precision::exact, {23, no_fact, no_fact}},  // 5
    {"vn/2015", 2015, day_from({2014, 12, 26}), precision::not_later_than, {24, no_fact, no_fact}},  // 6
    {"vn/2016", 2016, day_from({2015, 11, 13}), precision::exact, {25, no_fact, no_fact}},  // 7
    {"vn/2017", 2017, day_from({2016, 11, 14}), precision::exact, {26, 27, no_fact}},  // 8
    {"vn/2018", 2018, day_from({2017, 12, 14}), precision::exact, {28, no_fact, no_fact}},  // 9
    {"vn/2019", 2019, day_from({2018, 7, 11}), precision::exact, {29, 30, no_fact}},  // 10
    {"vn/2020", 2020, day_from({2019, 10, 25}), precision::exact, {31, no_fact, no_fact}},  // 11
    {"vn/2021", 2021, day_from({2020, 12, 31}), precision::not_later_than, {32, no_fact, no_fact}},  // 12
    {"vn/2022", 2022, day_from({2022, 1, 11}), precision::exact, {33, 34, no_fact}},  // 13
    {"vn/2023", 2023, day_from({2022, 12, 1}), precision::exact, {35, 36, no_fact}},  // 14
    {"vn/2024", 2024, day_from({2023, 11, 3}), precision::exact, {37, 38, no_fact}},  // 15
    {"vn/2024-victory", 0, day_from({2024, 4, 12}), precision::exact, {39, 40, no_fact}},  // 16
    {"vn/2025", 2025, day_from({2024, 11, 26}), precision::exact, {41, 42, no_fact}},  // 17
    {"vn/2026", 2026, day_from({2025, 10, 13}), precision::exact, {43, 44, no_fact}},  // 18
    {"vn/2026-new-year", 0, day_from({2025, 12, 25}), precision::exact, {45, no_fact, no_fact}},  // 19
    {"vn/2027", 2027, day_from({2026, 10, 2}), precision::exact, {46, no_fact, no_fact}},  // 20
}};

inline constexpr std::array<announced_window, 21> windows{{
    {"tet", 2014, day_from({2014, 1, 30}), day_from({2014, 2, 3}), 5},  // 0
    {"tet", 2015, day_from({2015, 2, 17}), day_from({2015, 2, 21}), 6},  // 1
    {"tet", 2016, day_from({2016, 2, 7}), day_from({2016, 2, 11}), 7},  // 2
    {"tet", 2017, day_from({2017, 1, 26}), day_from({2017, 1, 30}), 8},  // 3
    {"tet", 2018, day_from({2018, 2, 14}), day_from({2018, 2, 18}), 9},  // 4
    {"tet", 2019, day_from({2019, 2, 4}), day_from({2019, 2, 8}), 10},  // 5
    {"tet", 2020, day_from({2020, 1, 23}), day_from({2020, 1, 27}), 11},  // 6
    {"tet", 2021, day_from({2021, 2, 10}), day_from({2021, 2, 14}), 12},  // 7
    {"national", 2021, day_from({2021, 9, 2}), day_from({2021, 9, 3}), 12},  // 8
    {"tet", 2022, day_from({2022, 1, 31}), day_from({2022, 2, 4}), 13},  // 9
    {"national", 2022, day_from({2022, 9, 1}), day_from({2022, 9, 2}), 13},  // 10
    {"tet", 2023, day_from({2023, 1, 20}), day_from({2023, 1, 24}), 14},  // 11
    {"national", 2023, day_from({2023, 9, 1}), day_from({2023, 9, 2}), 14},  // 12
    {"tet", 2024, day_from({2024, 2, 8}), day_from({2024, 2, 12}), 15},  // 13
    {"national", 2024, day_from({2024, 9, 2}), day_from({2024, 9, 3}), 15},  // 14
    {"tet", 2025, day_from({2025, 1, 27}), day_from({2025, 1, 31}), 17},  // 15
    {"national", 2025, day_from({2025, 9, 1}), day_from({2025, 9, 2}), 17},  // 16
    {"tet", 2026, day_from({2026, 2, 16}), day_from({2026, 2, 20}), 18},  // 17
    {"national", 2026, day_from({2026, 9, 1}), day_from({2026, 9, 2}), 18},  // 18
    {"tet", 2027, day_from({2027, 2, 4}), day_from({2027, 2, 8}), 20},  // 19
    {"national", 2027, day_from({2027, 9, 2}), day_from({2027, 9, 3}), 20},  // 20
}};

inline constexpr std::array<day_swap, 22> swaps{{
    {day_from({2010, 2, 19}), day_from({2010, 2, 27}), "Tết Canh Dần", "Tet 2010", 0},  // 0
    {day_from({2010, 9, 3}), day_from({2010, 9, 11}), "Quốc khánh", "National Day", 1},  // 1
    {day_from({2011, 1, 31}), day_from({2011, 1, 29}), "Tết Tân Mão", "Tet 2011", 2},  // 2
    {day_from({2011, 2, 1}), day_from({2011, 1, 30}), "Tết Tân Mão", "Tet 2011", 2},  // 3
    {day_from({2011, 4, 11}), day_from({2011, 4, 9}), "Giỗ Tổ Hùng Vương", "Hung Kings Day", 2},  // 4
    {day_from({2012, 1, 27}), day_from({2012, 2, 4}), "Tết Nhâm Thìn", "Tet 2012", 3},  // 5
    {day_from({2012, 12, 31}), day_from({2013, 1, 5}), "Tết Dương lịch 2013", "New Year 2013", 4},  // 6
    {day_from({2013, 2, 15}), day_from({2013, 2, 23}), "Tết Quý Tỵ", "Tet 2013", 4},  // 7
    {day_from({2013, 4, 29}), day_from({2013, 5, 4}), "30/4 - 1/5", "Reunification/Labour Day", 4},  // 8
    {day_from({2014, 1, 28}), day_from({2014, 1, 25}), "Tết Giáp Ngọ", "Tet 2014", 5},  // 9
    {day_from({2014, 1, 29}), day_from({2014, 2, 8}), "Tết Giáp Ngọ", "Tet 2014", 5},  // 10
    {day_from({2014, 5, 2}), day_from({2014, 4, 26}), "30/4 - 1/5", "Reunification/Labour Day", 5},  // 11
    {day_from({2014, 9, 1}), day_from({2014, 9, 6}), "Quốc khánh", "National Day", 5},  // 12
    {day_from({2015, 1, 2}), day_from({2014, 12, 27}), "Tết Dương lịch 2015", "New Year 2015", 6},  // 13
    {day_from({2015, 2, 16}), day_from({2015, 2, 14}), "Tết Ất Mùi", "Tet 2015", 6},  // 14
    {day_from({2015, 4, 29}), day_from({2015, 4, 25}), "Giỗ Tổ - 30/4 - 1/5", "Hung Kings/Reunification/Labour Day", 6},  // 15
    {day_from({2018, 12, 31}), day_from({2019, 1, 5}), "Tết Dương lịch 2019", "New Year 2019", 10},  // 16
    {day_from({2019, 4, 29}), day_from({2019, 5, 4}), "30/4 - 1/5", "Reunification/Labour Day", 10},  // 17
    {day_from({2024, 4, 29}), day_from({2024, 5, 4}), "30/4 - 1/5", "Reunification/Labour Day", 16},  // 18
    {day_from({2025, 5, 2}), day_from({2025, 4, 26}), "30/4 - 1/5", "Reunification/Labour Day", 17},  // 19
    {day_from({2026, 8, 31}), day_from({2026, 8, 22}), "Quốc khánh", "National Day", 18},  // 20
    {day_from({2026, 1, 2}), day_from({2026, 1, 10}), "Tết Dương lịch 2026", "New Year 2026", 19},  // 21
}};

inline constexpr std::array<day_closure, 0> closures{};

inline constexpr holiday_facts facts{
    "vn", day_from({1999, 1, 1}), day_from({2060, 12, 31}), 2010,
    {"Nghỉ bù {of}", "Compensatory day for {of}",
     "Nghỉ hoán đổi dịp {occasion} (làm bù {partner})", "Swapped day off, {occasion} (worked {partner})",
     "Làm bù dịp {occasion} (thay ngày {partner})", "Working day swapped for {partner}, {occasion}",
     "Nghỉ hằng tuần", "Weekly rest"},
    sources, weeks, holidays, announcements, windows, swaps, closures};

}  // namespace thoihan::vn

#endif  // THOIHAN_VN_FACTS_HPP
