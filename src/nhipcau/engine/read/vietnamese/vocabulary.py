"""The closed word classes of Vietnamese news: heads of organisation names, words that end a name, posts, countries."""

from __future__ import annotations

import re
import unicodedata

from nhipcau.facts.codes import PartyKind as Kind

# Heads in the order of matching: longer ones first. A head without a kind is an organisation of no listed kind.
HEADS: tuple[tuple[str, Kind | None], ...] = (
    ("Công viên Khoa học và Công nghệ", Kind.TECHNOPARK),
    ("Công viên Khoa học Công nghệ", Kind.TECHNOPARK),
    ("Công viên Công nghệ", Kind.TECHNOPARK),
    ("Công viên Khoa học", Kind.TECHNOPARK),
    ("Khu Công nghệ cao", Kind.TECHNOPARK),
    ("Khu Công viên phần mềm", Kind.TECHNOPARK),
    ("Technopark", Kind.TECHNOPARK),
    ("Techno Park", Kind.TECHNOPARK),
    ("Trường Đại học", Kind.UNIVERSITY),
    ("Trường ĐH", Kind.UNIVERSITY),
    ("Trường Cao đẳng", Kind.COLLEGE),
    ("Trường CĐ", Kind.COLLEGE),
    ("Trường Trung cấp", Kind.COLLEGE),
    ("Trường Trung học", None),
    ("Trường THPT", None),
    ("Trường", Kind.UNIVERSITY),
    ("Đại học", Kind.UNIVERSITY),
    ("ĐHQG", Kind.UNIVERSITY),
    ("ĐH", Kind.UNIVERSITY),
    ("Học viện", Kind.UNIVERSITY),
    ("Cao đẳng", Kind.COLLEGE),
    ("Khoa", Kind.UNIVERSITY),
    ("Viện", Kind.RESEARCH_INSTITUTE),
    ("Phân viện", Kind.RESEARCH_INSTITUTE),
    ("Trung tâm", Kind.PUBLIC_CENTRE),
    ("Vườn ươm", Kind.PUBLIC_CENTRE),
    ("Bảo tàng", Kind.PUBLIC_CENTRE),
    ("Liên hiệp", Kind.ASSOCIATION),
    ("Hiệp hội", Kind.ASSOCIATION),
    ("Liên đoàn", Kind.ASSOCIATION),
    ("Liên minh", Kind.ASSOCIATION),
    ("Phòng Thương mại", Kind.ASSOCIATION),
    ("Câu lạc bộ", Kind.ASSOCIATION),
    ("Mạng lưới", Kind.ASSOCIATION),
    ("Hội đồng", Kind.ASSOCIATION),
    ("Hội", Kind.ASSOCIATION),
    ("Nghiệp đoàn", Kind.ASSOCIATION),
    ("Công đoàn", Kind.ASSOCIATION),
    ("Quỹ", None),
    ("Tổng công ty", Kind.COMPANY),
    ("Tổng Công ty", Kind.COMPANY),
    ("Công ty", Kind.COMPANY),
    ("Cty", Kind.COMPANY),
    ("Tập đoàn", Kind.COMPANY),
    ("Doanh nghiệp tư nhân", Kind.COMPANY),
    ("Hợp tác xã", Kind.COMPANY),
    ("Hãng", Kind.COMPANY),
    ("Nhà máy", Kind.COMPANY),
    ("Ngân hàng Nhà nước", Kind.REGULATOR),
    ("Ngân hàng", Kind.BANK),
    ("Ủy ban Chứng khoán", Kind.REGULATOR),
    ("Ủy ban nhân dân", Kind.LOCAL_GOVERNMENT),
    ("Uỷ ban nhân dân", Kind.LOCAL_GOVERNMENT),
    ("Ủy ban Nhân dân", Kind.LOCAL_GOVERNMENT),
    ("Hội đồng nhân dân", Kind.LOCAL_GOVERNMENT),
    ("UBND", Kind.LOCAL_GOVERNMENT),
    ("Chính quyền", Kind.LOCAL_GOVERNMENT),
    ("Ban Quản lý", Kind.GOVERNMENT_AGENCY),
    ("Ban quản lý", Kind.GOVERNMENT_AGENCY),
    ("Ủy ban", Kind.GOVERNMENT_AGENCY),
    ("Uỷ ban", Kind.GOVERNMENT_AGENCY),
    ("Tổng cục", Kind.GOVERNMENT_AGENCY),
    ("Chi cục", Kind.GOVERNMENT_AGENCY),
    ("Cơ quan", Kind.GOVERNMENT_AGENCY),
    ("Cục", Kind.GOVERNMENT_AGENCY),
    ("Vụ", Kind.GOVERNMENT_AGENCY),
    ("Sở", Kind.GOVERNMENT_AGENCY),
    ("Nha", Kind.GOVERNMENT_AGENCY),
    ("Bộ", Kind.MINISTRY),
    ("Tỉnh ủy", Kind.LOCAL_GOVERNMENT),
    ("Thành ủy", Kind.LOCAL_GOVERNMENT),
    ("Huyện ủy", Kind.LOCAL_GOVERNMENT),
    ("Tỉnh đoàn", Kind.ASSOCIATION),
    ("Thành phố", Kind.LOCAL_GOVERNMENT),
    ("Tỉnh", Kind.LOCAL_GOVERNMENT),
    ("Quận", Kind.LOCAL_GOVERNMENT),
    ("Huyện", Kind.LOCAL_GOVERNMENT),
    ("Bệnh viện", None),
    ("Đại sứ quán", Kind.GOVERNMENT_AGENCY),
    ("Tổng Lãnh sự quán", Kind.GOVERNMENT_AGENCY),
    ("Thương vụ", Kind.GOVERNMENT_AGENCY),
    ("Văn phòng đại diện", None),
    ("Văn phòng", Kind.GOVERNMENT_AGENCY),
    ("Tổ chức", Kind.ASSOCIATION),
    ("Cảng vụ", Kind.GOVERNMENT_AGENCY),
    ("Cảng", Kind.COMPANY),
    ("Sân bay", Kind.COMPANY),
    ("Đài", None),
    ("Đoàn Thanh niên", Kind.ASSOCIATION),
    ("Phòng", None),
    ("Ban", Kind.GOVERNMENT_AGENCY),
    ("Chi nhánh", None),
    ("Tạp chí", None),
    ("Báo", None),
    ("Thông tấn xã", None),
)
KIND_OF_HEAD: dict[str, Kind | None] = {head.casefold(): kind for head, kind in HEADS}

# A head that names a body only together with a proper name that follows it.
LOWER_HEADS = (
    "tập đoàn",
    "tổng công ty",
    "công ty",
    "trường đại học",
    "trường cao đẳng",
    "trường",
    "đại học",
    "học viện",
    "viện",
    "trung tâm",
    "hiệp hội",
    "ngân hàng",
    "chính quyền tỉnh",
    "chính quyền thành phố",
    "chính quyền",
    "tỉnh",
    "thành phố",
    "quận",
    "bệnh viện",
    "hãng",
    "công viên công nghệ",
    "liên đoàn",
    "hội",
    "quỹ",
    "sở",
    "cục",
    "cao đẳng",
    "văn phòng",
    "phòng",
    "liên minh",
    "nhà máy",
)

# Words in small letters that end a name. Words that also stand inside names are not here.
STOPS = frozenset(
    """
    đã sẽ vừa đang cũng còn không chưa nên phải muốn được bị là có gồm ký kí kết với cùng do bởi tại ở trong trên dưới
    ngoài từ đến tới sang khi sau trước nhằm để vì mà này đó kia ấy nói cho rằng cần như theo thông qua thì nếu tuy
    nhưng hoặc hay bày phát khẳng nhấn chia bao mong hy kỳ tin đánh cam thống nhất nhất_trí trao chính chủ đón tiếp
    giới tham dự chứng đại lần ngày sáng chiều hôm nhân đều luôn thường hiện ngay rất các những một hai ba bốn năm mọi
    nơi đồng tổ đầu cử phối hợp làm bắt triển thực thỏa thoả về ông bà ngài gặp thăm mời giao nhận đưa hoàn mở tiến
    đạt nằm góp khai diễn gần hơn khoảng trị bên họ chúng ra vào đi lên xuống thuộc trực thành tăng cấp giúp nhiều
    xác hướng quyết bàn trình kêu đề yêu ghi cung lập gửi phấn chúc dẫn chịu kéo mang tạo sở thay nghe trở xây đặt đảm tuyển
    báo gia tặng ấn kiến nỗ coi xem biết hiểu áp ban quy mua bán dùng lấy nhờ dựa thiết hoạt giữ dành
    """.split()
)
# Two words in small letters that stand inside names although the first of them ends one.
INNER_PAIRS = frozenset(
    """
    đào tạo|phối hợp|thực hành|thực phẩm|thực nghiệm|thực vật|thành phố|đại học|đầu tư|hỗ trợ|hai phía|
    cấp cao|cấp nước|đồng bằng|đồng nai|trực thuộc|khai thác|khai khoáng|năm châu|thông tin|thống kê|cùng cực|
    tiếp vận|tiếp thị|giao thông|giao lưu|giao dịch|chính sách|chính quyền|chính trị|chính xác|kết nối|phát triển|cung ứng|
    lập trình|trình diễn|chứng nhận|chứng khoán|thực tập|cho thuê|cho vay|thông minh|đánh giá|hướng nghiệp|
    làm việc|đại diện|trong nước|ngoài nước|nước ngoài|trên biển|dưới nước|ba miền|đầu mối|thành viên|vào đời|
    khởi nghiệp|nhân dân|nhân lực|nhân đạo|nhân văn|tin học|tiến bộ|chủ lực|phát thanh|phát hành|đề án|thành niên|thành thị|
    nhận thức|khai báo|hoàn thiện|gần đây|kỳ thi|kỳ hạn|bao bì|chia sẻ|năm sao|khẳng định|trao đổi|hiện đại|hiện vật|
    tham mưu|thường trực|luôn luôn|đưa đón|hay chữ|bên ngoài|ngày nay|tin cậy|cam kết|cấp thoát|cấp tỉnh|cấp cứu|mong muốn|
    xác suất|quyết toán|thực thi|đồng bộ|một cửa|một thành|hai thành|hướng dẫn|tới hạn|đi bộ|ra đa|làm mát|theo dõi
    """.replace("\n", "").replace("    ", "").split("|")
) - {"phối hợp", "cam kết", "mong muốn", "chia sẻ", "đại diện", "khẳng định", "làm việc", "trực thuộc", "đánh giá"}

# Words with which the field of a body begins where its name has no capital: *Viện nghiên cứu ô tô*.
FIELDS = frozenset(
    """
    nghiên hỗ kỹ công khoa khuyến phát tư đào ứng quản dịch kiểm y nông thông chuyển đổi giáo ngoại xúc hợp thúc vật năng môi giới
    kinh thương văn điện cơ sinh hàng du thể lao
    """.split()
)
# Two words of which the second alone would end a name: it goes on after them.
COMPOUNDS = frozenset(
    """
    nghiệp vừa|nghiệp nhỏ|phát triển|triển khai|xúc tiến|cải tiến|tiên tiến|liên kết|tài chính|hành chính|bưu chính|hàng không|giao thông|viễn thông|
    truyền thông|hệ thống|truyền thống|quản trị|chính trị|doanh nhân|công nhân|tư nhân|thương nhân|cá nhân|bệnh nhân|hội đồng|
    cộng đồng|hợp đồng|tổng hợp|tích hợp|liên hợp|phân phối|thế giới|cơ giới|hiện đại|quốc gia|chuyên gia|tham gia|chuyển giao|bàn giao|trung cấp|sơ cấp|
    cao cấp|cung cấp|chứng nhận|tiếp nhận|công lập|thành lập|chương trình|công trình|quy trình|tự do|điện từ|hiện tại|giải quyết|
    định hướng|việc làm|hình thành|trực tiếp|công chúng|gia tăng|phổ thông|lưu thông|điều trị|lập trình|và vừa|thông tin|lâm nhân|
    biểu diễn|trình diễn|nghiên cứu|dự báo|đầu vào|đầu ra|công khai|tái lập|thiết lập|gia đình|hội nhập|đường bộ|phụ trách|hậu cần|
    con đường|ngoại giao|tín nhiệm|du lịch|thủy sản|dự án|độc lập|năng lực|bảo đảm|kiểm nghiệm|thương mại|vận hành|chất lượng|mô hình
    """.replace("\n", "").replace("    ", "").split("|")
)

POSTS = (
    "Phó Chủ tịch Thường trực|Phó Chủ tịch thường trực|Phó Chủ tịch|Phó chủ tịch|Chủ tịch kiêm Tổng Giám đốc|Chủ tịch|"
    "Phó Tổng Giám đốc|Phó Tổng giám đốc|Phó tổng giám đốc|Tổng Giám đốc|Tổng giám đốc|Quyền Giám đốc|Phó Giám đốc|"
    "Phó giám đốc|Giám đốc điều hành|Giám đốc|Phó Hiệu trưởng|Phó hiệu trưởng|Quyền Hiệu trưởng|Hiệu trưởng|"
    "Hiệu phó|Phó Viện trưởng|Phó viện trưởng|Viện trưởng|Viện phó|Phó Cục trưởng|Phó cục trưởng|Cục trưởng|Cục phó|"
    "Phó Vụ trưởng|Vụ trưởng|Phó Tổng cục trưởng|Tổng cục trưởng|Thứ trưởng|Bộ trưởng|Phó Thủ tướng|Thủ tướng|"
    "Phó Trưởng ban|Trưởng ban|Phó Trưởng phòng|Phó trưởng phòng|Trưởng phòng|Phó Trưởng khoa|Trưởng khoa|"
    "Phó Trưởng đoàn|Trưởng đoàn|Trưởng nhóm|Trưởng đại diện|Trưởng bộ phận|Trưởng bộ môn|Trưởng cơ quan|Trưởng chi nhánh|"
    "Phó Bí thư Thường trực|Phó Bí thư|Bí thư|Tỉnh trưởng|Phó Tỉnh trưởng|Thị trưởng|Phó Thị trưởng|Thống đốc|Phó Thống đốc|"
    "Quận trưởng|Đại sứ|Tổng Lãnh sự|Tổng lãnh sự|Tham tán|Tổng Thư ký|Tổng thư ký|Phó Tổng thư ký|Chánh Văn phòng|"
    "Phó Chánh Văn phòng|Hội trưởng|Phó Hội trưởng|Ủy viên|Uỷ viên|Chuyên viên|Chuyên gia|Nghiên cứu viên|Giáo sư|Cố vấn|"
    "Đồng sáng lập|Nhà sáng lập|Người sáng lập|Phụ trách|Điều phối viên|Quản đốc|Kế toán trưởng|Giảng viên|"
    "Tổng thống|Phó Tổng thống|Chủ tịch nước|Tổng Bí thư|Quốc vụ khanh|Đại biện|Nghị sĩ|Công sứ|Phó Tổng lãnh sự|Chủ nhiệm|Phó Chủ nhiệm|Trưởng Ban|"
    "Phó Giáo sư|Chuyên gia trưởng|Kỹ sư trưởng|Trợ lý|Thư ký|CEO|CTO|CFO|COO|Phó Ban|Phó ban|Phó Trưởng|Phó phòng"
)
POST = re.compile(rf"\b(?:{POSTS}|(?:nguyên|quyền) (?:{POSTS}))\b", re.IGNORECASE)

# One character of a sentence: a full stop inside *TP.HCM* or after a title does not end it.
IN_SENTENCE = r"(?:[^.;!?\n]|\.(?=\S)|(?<=TS)\.|(?<=GS)\.|(?<=ThS)\.|(?<=TP)\.)"

KOREA = re.compile(r"Hàn [Qq]u[ốô]c|\bHàn\b|\bKorea\b|\bKorean\b|\bKOREA\b|\bROK\b|Đại Hàn|Hàn quốc|\bHQ\b")
VIETNAM = re.compile(r"Việt Nam|\bViệt\b|\bVietnam\b|\bViet Nam\b|\bVIETNAM\b|VIỆT NAM|\bVN\b|\bViệt nam\b")
OTHER_COUNTRIES: tuple[tuple[str, str], ...] = (
    ("Nhật Bản", "JP"), ("Trung Quốc", "CN"), ("Đài Loan", "TW"), ("Hoa Kỳ", "US"), ("Mỹ", "US"), ("Singapore", "SG"),
    ("Thái Lan", "TH"), ("Đức", "DE"), ("Pháp", "FR"), ("Anh", "GB"), ("Úc", "AU"), ("Australia", "AU"), ("Lào", "LA"),
    ("Campuchia", "KH"), ("Malaysia", "MY"), ("Indonesia", "ID"), ("Philippines", "PH"), ("Ấn Độ", "IN"), ("Nga", "RU"),
)  # fmt: skip
COUNTRY_WORDS = r"(?:Hàn Qu[ốô]c|Việt Nam|Nhật Bản|Trung Quốc|Đài Loan|Hoa Kỳ|Singapore|Thái Lan|Lào|Campuchia|Hàn|Việt)"

# Acronyms that never name a party.
NOT_BODIES = frozenset(
    """
    MOU MoU LOI ODA FDI KHCN CNTT CNC R&D TS GS PGS THS ThS TP TPHCM HCM UBND HĐND HĐQT TNHH CP JSC ASEAN WTO COVID AI IOT
    ICT EV USD VND KRW EUR GDP ESG SME SMEs DN DNNVV KCN KTCN CNHT GDNN KKT PV TTXVN VTV FTA VKFTA RCEP CPTPP EVFTA EPS
    TOPIK STEM MBA BTC TTK CĐ ĐH ATTP OCOP HTX NCKH GDĐT BSCKII BSCKI CKI CKII UAV LNG ISO CEO CTO CFO COO KH CN HTQT
    QLKH QLKH&HTQT MW KW XNK TMCP MTV VN HQ TW NQ QĐ CK BS KTS NSND NSƯT PHD MC QR PR HR IT OEM ODM PCB CNN KOL VIP G7 G20
    CTCP LS ODA/KOICA APEC UNESCO UN NGO BĐS ĐBSCL ĐBQH HĐ CLB UBTW NQ-CP SX CNHĐ II III IV VI VII VIII IX XI XII XIII XIV
    """.split()
)

_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdghklmnpqrstvx])?"
_NUCLEUS = (
    r"(?:uye|uya|oai|oay|oeo|uoi|uou|ieu|yeu|uay|uyu|ia|ie|iu|ua|ue|ui|uo|uu|uy|ya|ye|oa|oe|oi|ai|ao|au|ay|eo|eu|"
    r"[aeiouy])"
)
_SYLLABLE = re.compile(rf"{_ONSET}{_NUCLEUS}(?:ng|nh|ch|[cmnpt])?")
_MARKED = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def is_vietnamese_syllable(word: str) -> bool:
    """Tell whether a word can be one syllable of Vietnamese; a word of several syllables or a brand cannot."""
    if _MARKED.search(word):
        return True
    bare = unicodedata.normalize("NFD", word.casefold())
    return _SYLLABLE.fullmatch(bare) is not None


LOANWORDS = frozenset(
    """
    polyme polymer robot robotics logistics composite nano bio ceramic laser internet marketing online game video digital startup
    fintech iot blockchain sensor plasma graphene silicon composit pin e-learning container drone radar logistic outsourcing gas
    led wifi oxy pallet axit cao-su nhôm polime inox tivi ôtô camera studio media web email golf spa resort homestay virus vaccine
    plastic acid cafe marathon taxi metro pickleball showroom workshop online smart
    """.split()
)


def is_foreign(word: str) -> bool:
    """Tell whether a capitalised word is no Vietnamese syllable: a brand, a Korean name, an English word."""
    if not word[:1].isupper() or word.casefold() in LOANWORDS:
        return False
    return not all(is_vietnamese_syllable(part) for part in re.split(r"[-'’.&/]", word) if part)
