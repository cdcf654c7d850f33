# ruff: noqa: E501 -- the words of a property a line
"""The words that tell what a number is about: before it, and behind it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

BEFORE: Final[Mapping[str, str]] = {
    "tolerance": "dung sai|giữ kích thước|lệch tối đa|giữ kích thước trong khoảng|tolerances down to|산포|치수 산포|치수산포|sai số|sai lệch|chênh lệch|độ chính xác|chính xác|cấp chính xác|kích thước chuẩn|kích thước chuẩn trong|kích thước giữ trong|độ lệch|lệch|tolerance|tolerances|deviation|deviations|sizes kept inside|sizes kept within|sizes held|held to|hold|holding|holds|accuracy|precision|accurate to|dimensions within|공차|허용오차|허용 오차|치수 편차|치수편차|편차|치수공차|치수 공차|정밀도|가공정도|가공 정도|오차|정밀",
    "press_tonnage": "máy ép|máy ép nhựa|máy dập|máy đúc|máy|lực ép|lực dập|lực kẹp|lực khóa khuôn|lực khoá khuôn|lực đóng khuôn|lực|thiết bị nặng nhất|máy lớn nhất|máy nặng nhất|máy to nhất|thiết bị|press|presses|press force|clamp|clamp force|clamping force|clamping|locking force|tonnage|machine|machines|biggest machine|largest machine|biggest press|largest press|injection machine|가장 큰 기계|최대 기계|기계|프레스|프레스기|사출기|사출 기계|형체력|톤수|다이캐스팅기|다이캐스팅|설비|가압력|장비",
    "capacity": "khả năng cung ứng|khả năng cung cấp|khả năng|năng lực|năng lực sản xuất|công suất|sản lượng|mỗi kỳ ra hàng|ra hàng|cung ứng|cung cấp|làm được|số lượng|khối lượng|nhu cầu|capacity|output|can ship|ship|ships|shipping|throughput|volume|volumes|production|produce|produces|supply|생산능력|생산 능력|생산력|공급 가능량|공급가능량|공급 가능|공급량|생산량|물량|월산|캐파|케파|능력|수량|출하량",
    "min_order": "từ|start at|we start at|starting at|nhận đơn từ|nhận đơn|lô nhỏ nhất|lô tối thiểu|lô hàng nhỏ nhất|đơn nhỏ nhất|đặt tối thiểu|đặt hàng tối thiểu|đơn tối thiểu|đơn hàng tối thiểu|đơn hàng nhỏ nhất|số lượng tối thiểu|số lượng đặt tối thiểu|ít nhất|tối thiểu|nhận từ|đặt từ|đơn từ|lô từ|chỉ từ|mỗi lô|lô|lô hàng|moq|minimum order|minimum quantity|minimum lot|minimum batch|minimum run|minimum|min order|min. order|min|smallest batch|smallest lot|smallest order|smallest run|least order|batches from|lots from|orders from|runs from|from|at least|batches around|batches of|batch of|lots of|lot of|lot size|batch size|initial lot|first lot|pilot|pilot lot|최소|최소 주문|최소주문|최소 주문량|최소주문량|최소 주문 수량|최소주문수량|최소 수량|최소수량|최소발주|최소 발주|최소 발주량|최소 로트|로트|lot|초도|초도물량|소량|발주 단위|1회|회당",
    "lead_time": "l/t|납품 기간|hẹn giao|đặt hàng xong|sau khi đặt|goods leave|leaves in|납품까지|출고까지|발주 후|발주후|주문 후|입금 후|giao hàng|giao hàng trong|giao trong|giao|thời gian giao|thời gian giao hàng|hạn giao|xong trong vòng|xong trong|xong|trong vòng|làm trong|hoàn thành trong|hoàn thành|hoàn tất|nhận hàng sau|có hàng sau|thời gian sản xuất|cần|mất|sau|lead time|leadtime|lead-time|delivery|delivery in|delivery within|deliver in|delivers in|deliver within|ready after|ready in|ready within|done in|finished in|we need|we take|it takes|takes|turnaround|turn-around|ships in|shipped in|ship in|ship within|dispatch in|within|소요기간|소요 기간|소요|납기|납기일|납품|납품기간|리드타임|리드 타임|제작기간|제작 기간|제작|작업기간|작업 기간|생산기간|출하|기간",
    "duration": "chương trình|nhận việc|on site for|onsite for|파견|진행|trong|trong vòng|kéo dài|thời lượng|thời gian|thời hạn|tổng|tổng cộng|tổng thời gian|suốt|khóa|khoá|khóa học|ít nhất|tối thiểu|tối đa|total|in total|duration|lasts|lasting|length|course length|for|course of|over|during|spread over|runs|takes|at least|at most|term|총|총 기간|기간|교육기간|교육 기간|과정|수업기간|수업 기간|실습기간|실습 기간|계약기간|지도기간|파견기간|약정|최소|최대",
    "experience": "업계|현장경험|현장 경험|현장경력|làm nghề được|kinh nghiệm|thâm niên|tuổi nghề|vào nghề|hành nghề|làm nghề|trong nghề|experience|experienced|in the trade|경력|경험|현장 경력|업력|experience of|working for",
    "price": "tầm|khoảng chừng|giá|mức giá|đơn giá|học phí|phí|chi phí|thù lao|giá thuê|tiền thuê|ngân sách|charge|charges|price|priced at|fee|fees|tuition|rate|rent|cost|costs|budget|asking|요금|가격|비용|단가|임대료|월세|수강료|교육비|자문료|자문비|기술료|이전료|예산|금액|보수",
    "floor_area": "diện tích|mặt bằng|rộng|tổng diện tích|sàn|floor|floor area|floor space|area|space|surface|넓이|면적|연면적|전용면적|바닥면적|평수|건평|공간|규모|부지",
    "power": "máy tới|công suất máy|rated up to|built up to|최대 용량|용량|정격 용량|điện|công suất điện|nguồn điện|cấp điện|trạm biến áp|máy biến áp|biến áp|trạm điện|supply|power|power supply|electricity|transformer|substation|connection|전력|수전|수전용량|수전 용량|변압기|전기|전기 용량|전기용량|계약전력",
    "ceiling_height": "trần cao|chiều cao trần|trần|cao trần|thông thủy|chiều cao thông thủy|cao|ceiling|ceiling height|clear height|eaves|eave height|headroom|층고|천장고|천장 높이|천정고|유효높이",
    "floor_load": "tải trọng sàn|tải sàn|tải trọng nền|sàn chịu|floor load|floor loading|load|바닥하중|바닥 하중|하중",
    "hardness": "độ cứng|cứng|hardness|hard|경도|굳기|shore",
    "part_size": "chi tiết dài tới|chiều dài tới|pieces as long as|as long as|parts as long as|as large as|as big as|dài nhất|lớn nhất|to nhất|kích thước tối đa|kích thước lớn nhất|chiều dài tối đa|chiều dài|dài tới|dài đến|dài|cỡ tối đa|kích cỡ|longest piece|longest part|longest|largest piece|largest part|largest|biggest piece|biggest part|parts up to|pieces up to|part size|maximum size|max size|max. size|maximum length|length up to|up to|가장 긴 제품|가장 긴|가장 큰 제품|최대 길이|최대길이|최대 크기|최대 사이즈|최대 치수|최대치수|최대 제품|길이|최장|크기|사이즈",
    "part_weight": "nặng tối đa|단중 최대|개당 중량|개당|as heavy as|nặng đến|nặng tới|nặng nhất|nặng|trọng lượng|trọng lượng tối đa|khối lượng tối đa|khối lượng chi tiết|weight|weights up to|weighing up to|up to|heaviest|heaviest piece|heaviest part|part weight|piece weight|pieces up to|parts up to|max weight|maximum weight|가장 무거운 제품|가장 무거운|최대 중량|최대중량|중량|무게|최대 무게|단중",
    "thickness": "dày|độ dày|chiều dày|bề dày|thickness|thicknesses|gauge|두께|판두께|후도",
    "seats": "room for|mỗi lớp|lớp|tối đa|nhận|nhận tối đa|sĩ số|số lượng|chỉ tiêu|suất|khoảng|class size|classes of|groups of|group of|seats|seats for|places for|places|up to|capacity|max|maximum|send|정원|인원|모집|모집인원|수용|최대|한 반|반당|약",
    "trl": "độ sẵn sàng|mức sẵn sàng công nghệ|trl|mức độ sẵn sàng công nghệ|mức độ sẵn sàng|mức sẵn sàng|mức trưởng thành|technology readiness level|readiness level|readiness|maturity|성숙도|기술성숙도|기술 성숙도|기술준비도",
    "temperature": "nhiệt độ|chịu nhiệt|nhiệt|nung|đến|tới|temperature|temperatures|heat|heat resistant|furnace|up to|온도|내열|내열온도|최고 온도|최대",
    "pressure": "áp suất|áp lực|chịu áp|áp|thử áp|pressure|pressures|rated|tested to|up to|압력|내압|최고 압력|최대|사용압력",
    "voltage": "điện áp|dùng tới|dùng đến|chịu điện áp|rated|rating|up to|voltage|voltages|전압|정격|정격전압|내전압|최대",
    "speed": "tốc độ|vòng tua|speed|spindle|속도|회전수|스핀들",
    "accuracy": "độ chính xác|sai số|accuracy|precision|정확도|정밀도|오차",
    "yield": "thu hồi|tỷ lệ|recovers|tỷ lệ thu hồi|hiệu suất thu hồi|tỉ lệ thu hồi|hiệu suất|tỷ lệ đạt|yield|recovery|recovery rate|efficiency|수율|회수율|효율",
    "cleanroom": "phòng sạch|khu vực sạch|khu sạch|cấp sạch|cleanroom|clean room|clean zone|clean area|클린룸|청정실|청정도|청정구역|무진실",
    "start_date": "khởi động|khởi động ngày|bắt đầu được từ|sẵn sàng|nhận việc từ|can begin|can start|begin|begins|ready|가능 시기|가능시기|가능 일자|투입 가능|시작 가능|có thể nhận từ|nhận từ|từ ngày|bắt đầu từ|bắt đầu|sẵn sàng từ|trống từ|bàn giao từ|bàn giao|vào ở từ|available from|available|free from|starting|start from|starts on|start|from|ready from|handover|가능일|입주 가능|입주가능일|시작|착수|개강|입주",
    "distance_from": "trong bán kính|bán kính|cách|trong vòng|within|radius|no more than|not more than|반경|거리",
}
"""Property -> the words that stand before its number, parted by bars."""

BEHIND: Final[Mapping[str, str]] = {
    "tolerance": "tolerance|tolerances|accuracy|precision|공차|오차|정밀도|정밀|dung sai|chính xác|수준 관리|이내 관리",
    "press_tonnage": "press|presses|machine|machines|injection machine|injection press|clamp|clamping|class press|프레스|프레스기|사출기|사출 기계|다이캐스팅|다이캐스팅기|기계|급 프레스|급 사출기|급 기계|máy ép|설비|급 설비",
    "capacity": "capacity|output|생산|공급|출하|생산 가능|공급 가능|케파|캐파",
    "min_order": "moq|minimum|minimum order|tối thiểu|trở lên|부터|부터 가능|부터 주문|이상 주문|이상부터|단위 주문|로트|lot|초도|trở lên là nhận|là nhận|cũng nhận|까지 소량|마다",
    "lead_time": "lead|turnaround|turn-around|lead time|leadtime|delivery|납기|안에 드립니다|안에 납품|안에 출고|안에|이내 납품|이내 출하|이내|내 납품|내 완료|내 출하|후 출하|소요|걸립니다|만에|giao|giao hàng|là xong|là có hàng|là giao|xong|ready|from order|after order|from drawing|after approval",
    "duration": "in total|total|course|program|programme|internship|long|과정|동안|코스|교육|실습|파견|지도|진행|khóa|khoá|liên tục|thực tập|at most|at least|이내|이상|수료",
    "experience": "kinh nghiệm|trong nghề|làm nghề|tuổi nghề|on the job|experience|of experience|in the trade|in the field|in the business|in industry|of practice|trên chuyền|đứng máy|경력|경험|차|현장|베테랑|근무|이상 경력|이상의 경력|간 근무|의 경력|의 경험|업력",
    "floor_area": "diện tích|mặt bằng|floor|area|of space|of floor|면적|규모|공장|부지|전후",
    "power": "급|제작|điện|transformer|power|supply|변압기|수전|전력|trạm biến áp",
    "ceiling_height": "ceiling|clear height|clear|층고|headroom|trần",
    "hardness": "hardness|경도|굳기",
    "part_size": "long|급 대형품|대형품|급 제품|까지|까지 가공|까지 가능|길이|이하 제품|max",
    "part_weight": "each|a piece|per piece|까지|까지 가능|이하 제품|max|heavy|중량",
    "thickness": "thick|두께|dày|까지",
    "seats": "seats|places|per class|a class|per session|정원|까지|까지 가능|모집|규모|반|chỗ|mỗi lớp|một lớp|/lớp|max|maximum|at a time|per group",
    "price": "",
    "start_date": "이후 가능|이후|부터|부터 가능|입주 가능|입주|가능|trở đi|onwards|onward",
    "trl": "단계",
    "cleanroom": "cleanroom|clean room|clean zone|클린룸|클래스|청정|급 클린룸",
    "yield": "yield|recovery|수율|회수율",
    "temperature": "까지|내열|이상",
    "pressure": "까지|내압",
    "voltage": "까지|rated|rating|정격",
    "distance_from": "이내|거리|away|or less|trở lại|from",
}
"""Property -> the words that stand behind its number, parted by bars."""

AT_LEAST_BEFORE: Final = "tối thiểu|ít nhất|không dưới|không ít hơn|từ|trên|hơn|lớn hơn|at least|minimum|min|not less than|no less than|over|more than|above|from|>=|≥|>|최소|적어도|못해도"
AT_MOST_BEFORE: Final = "tối đa|không quá|không vượt quá|nhiều nhất|dưới|nhỏ hơn|ít hơn|trong vòng|chậm nhất|đến|tới|at most|maximum|max|up to|no more than|not more than|within|under|below|less than|inside|not over|not exceeding|<=|≤|<|최대|늦어도"
AT_LEAST_BEHIND: Final = (
    "trở lên|이상|or more|or above|or over|or better|or larger|and up|and above|at least|minimum|plus|+|부터|초과"
)
AT_MOST_BEHIND: Final = "trở xuống|trở lại|đổ lại|이하|이내|미만|안에|까지|내로|내에|내 |or less|or below|or under|or smaller|at most|maximum|max|전까지|전에"
