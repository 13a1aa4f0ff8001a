let everyVerbWritten = ""
let firstOrderInEnglish = ""
let firstOrderInRussian = ""
let faultyOrderPictures: [String] = faultyOrders.map { _ in "" }
