const TypesPage = () => null
export default TypesPage
