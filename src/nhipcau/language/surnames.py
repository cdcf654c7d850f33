"""The surnames of Vietnam and Korea go out, in their own script and romanised."""

from __future__ import annotations

from typing import Final

VIETNAMESE: Final = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Lâm Mai Trịnh Tô Trương Hà "
    "Lương Cao Tạ Thái Châu Quách Phùng Từ Tăng Triệu Vương Kiều Lưu La Chu Tống Thân Giang Quang Cù Doãn Đàm Văn Tôn "
    "Khúc Nghiêm Bành Ông Mạc Hứa Lục Viên Ninh Thạch Kim Danh Sơn Nông Hoa Bế Ma Vi Lò Cầm Giàng Lù Sùng Thào Hầu Vàng "
    "Chẩu Chử Bạch Chung Diệp Âu Phó Lại Lã Khổng Tiêu Thiều Ngụy Hàn Nhữ Quản Cấn Mã Khương Trà Ngọ Đồng Đường Lăng Sầm "
    "Hoàn Tưởng Trang Cung Biện Kha Đổng Hình Vòng Thiệu Huynh Ksor Siu Rơ Y H' Liêu Ưng Chế Thi Phí Lường Quàng Tòng "
    "Hạ Lộc Điểu Chảo Phàn Tẩn Tráng Lầu Cư Hờ Nhan Nhâm Ấu Bồ Cồ Đái Đan Đầu Đậu Đèo Đôn Giáp Hán Hạng Hùng Khuất Kông Lê "
    "Luyện Lỗ Mạnh Mẫn Ngạc Ngân Ngũ Nhiếp Ôn Phú Phương Sử Tào Tất Tiếp Tiết Tề Thẩm Thành Thang Thường Tiền Tòng Trì Tri "
    "Ung Uông Vạn Xa Xuân Yên Trưng".split(),
)
"""Surnames as Vietnamese writes them; the rare ones need a title or a post beside the name to count."""

VIETNAMESE_COMMON: Final = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Lâm Mai Trịnh Tô Trương Hà "
    "Lương Cao Tạ Thái Châu Quách Phùng Từ Tăng Triệu Vương Kiều Lưu Chu Tống Giang Cù Doãn Đàm Tôn Nghiêm Mạc Hứa Nông Bế "
    "Bạch Diệp Lại Lã Khổng Tiêu Thiều Ngụy Quản Đồng Đường Khuất Phí Thân Vi Sầm Ninh Thẩm Tào Giáp Đậu Ma La".split(),
)
"""Surnames that begin a person's name without any other sign."""

KOREAN: Final = frozenset(
    "김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 홍 전 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 라 나 진 "
    "민 엄 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 국 어 은 편 용 예 봉 경 "
    "사 부 복 태 목 형 계 피 두 감 음 빈 동 온 호 범 좌 팽 승 간 상 시 갈 단 견 당 화 창 옹 순 모 대 내 임 림 려 련 량 남궁 황보 제갈 "
    "선우 사공 서문 독고 동방".split(),
)
"""Korean surnames in Hangul, the double ones too."""

KOREAN_ROMANISED: Final = {
    "김": "Kim Gim", "이": "Lee Yi Rhee Ri I Li Rhie Yee Lie", "박": "Park Pak Bak Bark", "최": "Choi Choe Choy Che",
    "정": "Jung Jeong Chung Chong Joung Cheong", "강": "Kang Gang Kahng", "조": "Cho Jo Joh Chough", "윤": "Yoon Yun Youn",
    "장": "Jang Chang Jahng", "임": "Lim Im Rim Yim Leem", "한": "Han Hahn", "오": "Oh O Oe", "서": "Seo Suh So Su Sur Seoh",
    "신": "Shin Sin Shinn", "권": "Kwon Gwon Kweon", "황": "Hwang Whang", "안": "Ahn An", "송": "Song Soung",
    "류": "Ryu Ryoo Lyu", "유": "Yoo Yu You Ryu Yuh", "홍": "Hong", "전": "Jeon Jun Chun Chon Jeun", "고": "Ko Go Koh Goh",
    "문": "Moon Mun", "양": "Yang", "손": "Son Sohn Shon", "배": "Bae Pae Bai", "백": "Baek Paek Paik Baik Back",
    "허": "Heo Hur Huh Hu", "남": "Nam", "심": "Shim Sim", "노": "Noh Roh No Ro", "하": "Ha Hah", "곽": "Kwak Gwak",
    "성": "Sung Seong Song", "차": "Cha", "주": "Joo Ju Chu", "우": "Woo Wu U", "구": "Koo Gu Ku Goo", "라": "Ra La",
    "나": "Na Nah Ra", "진": "Jin Chin", "민": "Min", "엄": "Eom Um Uhm", "원": "Won", "천": "Cheon Chun", "방": "Bang Pang",
    "공": "Kong Gong", "현": "Hyun Hyeon", "함": "Ham Hahm", "변": "Byun Byeon Pyon", "염": "Yeom Yum", "여": "Yeo Yuh",
    "추": "Choo Chu", "도": "Do Doh", "소": "So Soh", "석": "Seok Suk", "선": "Sun Seon", "설": "Seol Sul", "마": "Ma Mah",
    "길": "Gil Kil", "연": "Yeon Youn", "위": "Wi Wee", "표": "Pyo", "명": "Myung Myeong", "기": "Ki Gi", "반": "Ban Bahn",
    "왕": "Wang", "금": "Keum Geum", "옥": "Ok Ock", "육": "Yook Yuk", "인": "In", "맹": "Maeng", "제": "Je", "모": "Mo Moh",
    "탁": "Tak", "국": "Kook Guk", "어": "Eo", "은": "Eun", "편": "Pyun", "용": "Yong", "예": "Ye", "봉": "Bong",
    "태": "Tae", "남궁": "Namkung Namgung", "황보": "Hwangbo", "제갈": "Jegal", "선우": "Sunwoo Seonwoo", "독고": "Dokgo",
}  # fmt: skip
"""Korean surname in Hangul -> the ways in which it is written in Latin letters, parted by spaces."""

VIETNAMESE_IN_HANGUL: Final = {
    "Nguyễn": "응우옌 응웬 응우엔 응위옌 응옌 웅우옌 누엔 구엔 응유엔", "Trần": "쩐 트란 짠 쩐 트랜 찐", "Lê": "레 르", "Phạm": "팜 팸",
    "Hoàng": "호앙 황 환", "Huỳnh": "후인 휜 후잉 훵", "Phan": "판 팬", "Vũ": "부 브우", "Võ": "보 버", "Đặng": "당 등 덩",
    "Bùi": "부이 뷔", "Đỗ": "도 더", "Hồ": "호", "Ngô": "응오 고 응고", "Dương": "즈엉 드엉 두옹 즈응 즈옹 증", "Lý": "리 이",
    "Đào": "다오 따오", "Đinh": "딘 딩", "Đoàn": "도안 돤", "Lâm": "럼 람", "Mai": "마이", "Trịnh": "찐 찡 트린", "Tô": "또 토",
    "Trương": "쯔엉 트엉 쭈옹 즈엉", "Hà": "하", "Lương": "르엉 루옹 량", "Cao": "까오 카오", "Tạ": "따 타", "Thái": "타이",
    "Châu": "쩌우 차우", "Phùng": "풍", "Từ": "뜨", "Vương": "브엉 부엉 왕", "Kiều": "끼에우 키에우", "Lưu": "르우 류", "Chu": "쭈 추",
    "Tống": "똥 통", "Đàm": "담 덤", "Tôn": "똔 톤", "Triệu": "찌에우 치에우", "Tăng": "땅 탕", "Quách": "꽉 꽈익", "Giang": "장 지앙",
    "Nghiêm": "응이엠", "Bạch": "박", "Diệp": "지엡", "Lại": "라이", "Doãn": "조안", "Thân": "턴 탄", "Văn": "반", "Ninh": "닌",
}  # fmt: skip
"""Vietnamese surname -> the ways in which Korean pages write it, parted by spaces."""
